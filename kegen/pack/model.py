"""The Pack: what a directive orders, by level, with its source. Wordings are Jinja, rendered in a sandbox."""

from typing import Literal

from pydantic import Field

from kegen.profile.annexes import AnnexSpec, FaceName, TableSpec
from kegen.profile.bases import Bases
from kegen.profile.body import Grouping, Style
from kegen.profile.scalars import DateText, Flag, HeadingMark, ItemMark, Mark, Number, Slug, Text
from kegen.profile.unit import Department, Level, ReportDays
from kegen.yaml_text.model import InputModel

LevelKey = Level | Literal["cap-tinh", "cap-xa", "khac"]
"""A level; a tier (province level, commune level); or `khac`, every level not named beside it."""

TIERS: dict[Level, LevelKey] = {
    "tinh": "cap-tinh",
    "thanh-pho": "cap-tinh",
    "xa": "cap-xa",
    "phuong": "cap-xa",
    "dac-khu": "cap-xa",
    "so": "so",
    "don-vi": "so",
}
"""The tier of each level: what levels of one tier share, a pack says once."""

DEEPEST = 9
"""How deep headings may stand: Word has no more levels of an outline."""

ByLevel = Text | dict[LevelKey, Text]

Leads = Slug | tuple[Slug, ...]
"""The role that leads a task, or the several that do."""


class PackDocument(InputModel):
    """A document that plans under this directive cite; `source` says where its facts were read."""

    kind: Text
    number: Text | None = None
    date: DateText | None = None
    issuer: Text | None = None
    subject: Text | None = None
    short_name: Text | None = None
    """What plans call it after its first mention, which says so in the words of `defined_as`."""
    defined_as: Text | None = None
    source: Text


class Role(InputModel):
    """What an office can be; `single` roles take one office, the others may be held by a group."""

    title: Text
    single: Flag = True


class PublishedItem(InputModel):
    """What the published plans have instead of an item's wording and lead; without a lead they have no task there."""

    wording: ByLevel
    lead: Leads | dict[LevelKey, Leads] | None = None
    undated: Flag = False
    """Whether they set no deadline where the pack now has one."""


class PackTask(InputModel):
    """An item of the plan; `lead` makes it a task. `attested`: the published plans its wording was read in."""

    id: Slug
    wording: ByLevel
    brief: ByLevel | None = None
    """The task in few words, as the annex has it; without it the annex has the first clause of the wording."""
    published: PublishedItem | None = None
    """The item as the published plans have it, where it was mended since: `attested` speaks of these words."""
    levels: tuple[LevelKey, ...] | None = None
    optional: Flag = False
    mark: ItemMark | dict[LevelKey, ItemMark] | None = None
    """Its own mark, where it differs from that of the items beside it."""
    lead: Leads | dict[LevelKey, Leads] | None = None
    helpers: tuple[Slug, ...] | dict[LevelKey, tuple[Slug, ...]] = ()
    watcher: Slug | dict[LevelKey, Slug] | None = None
    deadline: ByLevel | None = None
    product: ByLevel | None = None
    target: Slug | None = None
    beside: Slug | None = None
    """The role of the office that it helps: an office that holds both roles has nothing to do here."""
    carries_out: tuple[Slug, ...] = ()
    """Tasks of the level above, other than the one of its own id, that this item carries out."""
    run_in: Flag | dict[LevelKey, Flag] = False
    footnotes: dict[str, ByLevel] | None = None
    """Footnotes by the words of the sentence that they stand behind."""
    emphasis: dict[str, FaceName] | None = None
    points: tuple[Text | tuple[Text, ...], ...] | None = None
    """Texts of their own below the sentence; those of an inner list stand one step below the text before them."""
    table: TableSpec | None = None
    """A table below the sentence."""
    source: Text | None = None
    attested: tuple[Slug, ...] = ()

    def as_published(self) -> "PackTask":
        """Return the item as the published plans have it."""
        if self.published is None:
            return self
        published, deadline = self.published, None if self.published.undated else self.deadline
        instead = {"wording": published.wording, "lead": published.lead, "brief": None, "deadline": deadline}
        return self.model_copy(update=instead)


class PackSection(InputModel):
    """A section with items, sections or both in it; `office` makes it one office's own section.

    With neither title nor office it is a group of items that stands among sections without a heading.
    """

    id: Slug
    title: ByLevel | None = None
    levels: tuple[LevelKey, ...] | None = None
    mark: HeadingMark | dict[LevelKey, HeadingMark] | None = None
    marks: ItemMark | dict[LevelKey, ItemMark] | None = None
    group_marks: Mark | dict[LevelKey, Mark] | None = None
    grouping: Grouping | dict[LevelKey, Grouping] | None = None
    office: Slug | None = None
    run_in: Literal[" ", ": "] | None = None
    """What joins the heading with the first sentence, where that goes on with it."""
    footnotes: dict[str, ByLevel] | None = None
    emphasis: dict[str, FaceName] | None = None
    sections: tuple["PackSection", ...] = ()
    tasks: tuple[PackTask, ...] = ()


class PackTarget(InputModel):
    """A target that the directive sets: a child may be stricter, never laxer.

    It has a value with its unit and how it compares, or is said in words; check_pack tells one that has neither.
    """

    name: Text
    comparison: Literal[">=", "<=", "="] | None = None
    value: Number | None = None
    unit: Text | None = None
    words: Text | None = None
    year: Text | None = None
    scope: Literal["toan-dia-ban", "tung-don-vi", "chua-ro"] | None = None
    source: Text


class PackRecipient(InputModel):
    """A line of Nơi nhận; `covers` the roles that need no line of their own."""

    id: Slug
    text: ByLevel
    covers: tuple[Slug, ...] = ()


class PackAnnex(AnnexSpec):
    """An annex that plans of the levels have; a profile names it by its id in a list of its own."""

    id: Slug
    levels: tuple[LevelKey, ...] | None = None


class PackDoubt(InputModel):
    """What is not known for sure: told, in these words, to a profile that neither sets the term nor gives the role."""

    text: Text
    levels: tuple[LevelKey, ...] | None = None
    term: Text | None = None
    role: Slug | None = None


class PackPlace(InputModel):
    """What is so in some provinces, or in some of their units, alone; `source` says where that was read."""

    provinces: tuple[Text, ...]
    units: tuple[Text, ...] = ()
    """The names of the units; none means every unit of the levels."""
    levels: tuple[LevelKey, ...] | None = None
    terms: dict[str, Text] | None = None
    without: tuple[Slug, ...] = ()
    """Recipients that there are none of."""
    outside: tuple[Slug, ...] = ()
    """Roles whose holder there is no office of the unit."""
    doubts: tuple[PackDoubt, ...] = ()
    source: Text


class PackStart(InputModel):
    """Where a profile that kegen starts from a plan above puts what that plan orders; none of it has to be there."""

    tasks: Slug | None = None
    """The section of the unit's tasks."""
    targets: Slug | None = None
    """The section before the tasks that may hold one of targets."""
    reporter: Slug | None = None
    """The task that reports to the level above."""


class LevelDefaults(InputModel):
    """What a plan of a level is unless its profile says otherwise."""

    style: Style = Style()
    bases: Bases = Bases()
    issued_by: Literal["ubnd", "chu-tich"] = "ubnd"
    departments: tuple[Department, ...] = ()
    reporting: ReportDays = ReportDays()
    carries_out: tuple[Slug, ...] = ()
    """Tasks of the level above that a plan of this level carries out by being issued."""


class Pack(InputModel):
    """A directive's pack, whole."""

    title: Text
    usual: Flag = False
    """Whether profiles that name no pack mean this one."""
    documents: dict[Slug, PackDocument] = Field(default={})
    chain: tuple[Slug, ...] = ()
    """The documents that the directive stands in, the directive last; none in the frame of no directive."""
    parent_subject: ByLevel | None = None
    """What the plan above is about where the profile does not say; None: the profile has to."""
    plan_title: ByLevel
    enacting: ByLevel
    closing: ByLevel
    terms: dict[str, ByLevel]
    places: tuple[PackPlace, ...] = ()
    doubts: tuple[PackDoubt, ...] = ()
    roles: dict[Slug, Role]
    levels: dict[LevelKey, LevelDefaults]
    targets: dict[Slug, PackTarget] = Field(default={})
    sections: tuple[PackSection, ...]
    orders_into: Slug | None = None
    """The section that takes up orders of the plan above that the pack has no place for."""
    start: PackStart = PackStart()
    annexes: tuple[PackAnnex, ...] = ()
    recipients: tuple[PackRecipient, ...]
