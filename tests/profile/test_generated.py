"""Whatever a profile says, it becomes a plan or is told about; nothing else comes out.

`KEGEN_EXAMPLES=5000 pytest tests/profile/test_generated.py` tries as many of each kind; a plain run tries a few.
"""

import json
import os
import random
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kegen
from kegen.plan.model import Plan
from kegen.problem import Invalid, KegenError
from kegen.profile.model import Profile
from kegen.profile.read import Loaded
from kegen.shipped import profiles_folder
from kegen.yaml_text.fit import read_record
from kegen.yaml_text.text import decode_text
from kegen.yaml_text.tree import parse_tree

EXAMPLES = int(os.environ.get("KEGEN_EXAMPLES", "50"))
many = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))

SHIPPED = [path.read_text("utf-8") for path in sorted(profiles_folder().glob("*.yaml"))]
ODD = [
    "", "~", "{}", "[]", "[[]]", "{a: b}", "[a, b]", "08", "0", "-1", "1/2", "1/0", "0/3", "31/2/2026", "2026-02-30",
    "9" * 5000, "có", "không", "true", "null", "yes", "x", "*", "'*'", "&a b", "!!python/object:os.system x", "|", ">-",
    '"{{ cycler.__init__ }}"', '"{% raw %}"', '"{#"', '"<w:p/>&amp;"', '"\\u0000"', '"\\uD800"', '"\u0301"', "½", "²",
    "٣", "ỳ" * 3000, "cap-tren", "qd-534", "kl-226", "dau", "dau-moi", "tat-ca", "thon", "hoi-hop", "nhiem-vu",
    "[hoi-hop]", "hh-quy-che", "[hh-quy-che, hh-quy-che]", "co-quan", "khong", "a)", "1.", '"."', '";"', '" "', '": "',
    "theo-co-quan", "can-cu", "lien", "lien-cau", "ngan", "dai", "TUQ", "Q", "so", "tinh", "phuong", "Hồ Chí Minh",
    "Phường 1", "Bắc Ninh",
]  # fmt: skip
SIGNS = "aeđ:-[]{}\"'#.,0 \t\né|>&*!%@\u00a0\u2028\u200b\x07"


def read(text):
    """Load and resolve the text of a profile, as the command does; return the plan, or the words of its refusal."""
    try:
        tree = parse_tree(decode_text(text.encode("utf-8", "surrogatepass"), "xa-a.yaml"))
        fitted = read_record(Profile, tree)
        if fitted.value is None:
            return str(Invalid(fitted.problems))
        return kegen.resolve(Loaded(Path("xa-a.yaml"), fitted.value, tree, fitted.problems))
    except KegenError as refused:
        return str(refused)


def check(outcome):
    """Whatever was read is a plan without an empty paragraph, or a refusal that does not blame the pack."""
    if isinstance(outcome, Plan):
        assert outcome.body
        assert all(paragraph.text for paragraph in (*outcome.opening, *outcome.body, *outcome.closing))
    else:
        assert outcome
        assert "bộ mẫu qd-534: câu" not in outcome, "the profile's text was run as the pack's"


def mistyped(chance, text):
    """Return the text as someone may leave it after a few slips: lines lost, doubled, swapped, shifted, misspelled."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 4)):
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        line = lines[at]
        key, colon, _ = line.partition(":")
        place = chance.randrange(len(line) + 1)
        slips = [
            [],
            [line, lines[other]],
            [lines[other]],
            [line[:place] + chance.choice(SIGNS) + line[place + 1 :]],
            [line[:place] + line[place + 1 :]],
            ["  " + line],
            [line.strip()],
            [key[:-1] + colon + line[len(key) + 1 :]],
            *([[f"{key}: {chance.choice(ODD)}"]] * 4 if colon else []),
        ]
        lines[at : at + 1] = chance.choice(slips)
        lines = lines or [""]
    return "\n".join(lines)


@many
@given(st.sampled_from(SHIPPED), st.integers(0, 2**32))
def test_a_mistyped_profile_is_read_or_told_about(text, seed):
    check(read(mistyped(random.Random(seed), text)))


WORDS = st.sampled_from([each.strip("\"'") for each in ODD]) | st.text(max_size=8)
ANYTHING = st.recursive(
    WORDS | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


GROUPS = {
    key: st.dictionaries(st.sampled_from(keys), st.fixed_dictionaries({}, optional=dict.fromkeys(fields, ANYTHING)))
    for key, keys, fields in (
        ("unit", ["x"], ()),
        ("tasks", ["hh-quy-che", "hh-lich-hop", "tc-don-doc", "viec-moi"],
         ("wording", "edits", "points", "omit", "section", "after", "lead", "helpers", "deadline", "product", "target",
          "run_in", "footnotes")),
        ("sections", ["hoi-hop", "nhiem-vu", "kinh-phi", "muc-moi"],
         ("title", "omit", "into", "after", "marks", "group_marks", "grouping", "office", "run_in", "tasks")),
        ("targets", ["hop-truc-tuyen", "hop-quan-triet", "moi"], ("value", "name", "comparison", "unit")),
        ("documents", ["qd-534", "cap-tren", "luat"], ("kind", "number", "date", "issuer", "subject", "dates", "form")),
    )
}  # fmt: skip
UNITS = st.fixed_dictionaries(
    {"level": st.sampled_from(["tinh", "thanh-pho", "xa", "phuong", "dac-khu", "so"]), "name": WORDS},
    optional=dict.fromkeys(("province", "place", "abbreviation", "parent_body"), WORDS),
)
PROFILES = st.fixed_dictionaries(
    {"unit": UNITS | ANYTHING},
    optional={key: GROUPS.get(key, ANYTHING) | ANYTHING for key in Profile.model_fields if key != "unit"},
)


@many
@given(PROFILES)
def test_a_profile_of_odd_values_under_known_keys_is_read_or_told_about(data):
    check(read(json.dumps(data, ensure_ascii=False)))


SOUND = {
    "unit": {"level": "xa", "name": "Nhữ Khê", "province": "Tuyên Quang"},
    "parent_plan": {"number": "176/KH-UBND", "date": "04/5/2026"},
}
PLAIN = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=30).filter(str.strip)


@many
@given(PLAIN, PLAIN, PLAIN)
def test_any_words_of_ones_own_become_a_plan(name, sentence, term):
    profile = SOUND | {
        "departments": [{"name": f"Phòng {name}", "roles": ["dau-moi"]}],
        "terms": {"offices": f"các {term}"},
        "tasks": {"hh-lich-hop": {"wording": f"Họp {sentence}", "deadline": f"Trước {term}", "product": f"Bản {name}"}},
        "sections": {"rieng": {"into": "to-chuc", "office": "dau-moi", "tasks": [f"Làm {sentence}"]}},
        "closing": f"Trên đây là {sentence}",
        "annex": "có",
    }
    outcome = read(json.dumps(profile, ensure_ascii=False))
    if isinstance(outcome, Plan):
        check(outcome)
    else:  # a letter of another script in the middle of a word is told, never put into the plan
        assert all("[chu-la]" in line for line in outcome.splitlines())
