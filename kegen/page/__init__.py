"""The page in the browser, on this machine only: a plan's pages, its form and what is left to do (the extra `page`)."""
