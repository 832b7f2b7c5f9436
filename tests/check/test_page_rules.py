"""The paper and its margins."""

from tests.check.good import W, errors, found, good, planted, state


def _letter(root):
    for size in root.iter(f"{W}pgSz"):
        size.set(f"{W}w", "12240")
        size.set(f"{W}h", "15840")


def test_the_good_document_has_no_error():
    assert errors(good()) == []


def test_paper_other_than_a4_is_told_and_nothing_else():
    data = planted(_letter)
    assert errors(data) == ["page-a4"]
    assert "216 x 279 mm" in found(data, "page-a4")[0].found


def test_a4_passes():
    assert state(good(), "page-a4") == "pass"
