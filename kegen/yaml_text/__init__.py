"""From the bytes of a file a person wrote to a tree with places, and on to a model: all problems at once."""
