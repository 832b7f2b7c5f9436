"""Starting profiles: what is known of a unit, and every order of the plan above that concerns it."""
