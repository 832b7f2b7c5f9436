"""Profile + pack → Plan: what stands where, in whose words, with which number, mark and date."""
