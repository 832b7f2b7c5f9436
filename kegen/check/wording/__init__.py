"""Rules on what a document says: citations, units of government, leftovers, Vietnamese. They hold for any document."""
