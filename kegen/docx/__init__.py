"""Word files in, plain frozen values out: what a page says and how Word would show it, with no XML left."""
