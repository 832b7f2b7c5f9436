"""A whole province from one plan: a starting profile and a draft for every unit under it, in one folder."""
