"""What rules know of packs."""

from kegen.check import directives


def test_what_a_pack_orders_and_cites_is_known():
    known = directives.directives()["qd-534"]
    assert directives.directive("") == known
    assert any(each.clauses for each in known.targets.values())
    assert known.documents
