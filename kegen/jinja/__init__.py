"""What Jinja reads, kept as plain values and filled without Jinja: the few things that forms and wordings use of it."""
