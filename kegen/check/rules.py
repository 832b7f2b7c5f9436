"""All rules: those of form in the order of the decree, those on what a document says, those against outside facts."""

from __future__ import annotations

import importlib
from collections.abc import Collection
from functools import cache

from kegen.check.rule import Rule

# fmt: off
_FORM = (
    "page_a4", "page_portrait", "margin_top", "margin_bottom", "margin_left", "margin_right", "margin_landscape",
    "font_tnr", "font_unicode", "font_black", "size_consistent", "pageno_format", "pageno_place", "pageno_first_hidden",
    "pageno_appendix", "qh_text", "qh_style", "tn_text", "tn_style", "tn_line", "qh_tn_spacing", "cq_name_full",
    "cq_parent", "cq_style", "cq_parent_style", "cq_line", "cq_spacing", "so_format", "so_zero", "so_restart",
    "so_style", "so_separators", "so_blank_draft", "kh_abbr", "cq_abbr", "dd_name_local", "dd_full_name",
    "dd_date_full", "dd_zero", "dd_style", "header_table", "type_style", "ty_style", "ty_line", "ty_no_vv",
    "ty_no_period", "cv_subject", "kg_style", "qd_authority", "cancu_optional", "cancu_style", "cancu_punct",
    "cancu_full", "cancu_law", "cite_first", "cite_later", "cite_order", "cite_date_short", "struct_plan", "muc_style",
    "khoan_title", "khoan_plain", "diem_style", "phan_style", "dieu_style", "headings_have_title", "body_size",
    "body_justify", "body_indent", "body_para_gap", "body_line", "body_end", "bullets", "tables", "sign_tm", "sign_kt",
    "sign_acting_deputy", "sign_q", "sign_tl", "sign_tuq", "sign_abbr_form", "sign_style", "sign_name",
    "sign_no_degree", "sign_title_official", "esign_person", "esign_org", "nn_none_kinhgui", "nn_as_above", "nn_label",
    "nn_list", "nn_luu", "nn_order", "nn_notes", "drafter_mark", "address_line", "pl_reference", "pl_roman", "pl_label",
    "pl_title", "pl_info", "pl_info_edoc", "pl_esign", "mat", "khan", "scope_mark", "draft_mark", "components",
    "no_extra_form", "cap_sentence", "cap_unit_plain", "cap_unit_special", "cap_org", "cap_nhandan", "cap_title",
    "cap_doc", "cap_cite_parts", "cap_tet", "two_tier", "provinces_34", "dackhu_13", "header_commune", "signing_ubnd",
)
_WORDING = (
    "annex_agrees", "annex_tasks", "brackets", "cite_before_whole", "cite_consistent", "cite_dates_run",
    "cite_issuer", "cite_known", "cite_replaced", "cite_symbol", "cite_word", "count_listed", "date_exists",
    "deadline_past", "hang_nam", "leftover_blank", "misspelt", "office_gone", "office_spelling", "old_encoding",
    "one_value", "other_unit", "para_end", "part_missing", "province_spelled", "punctuation", "ref_article",
    "repeated_text", "span_order", "sums", "tone_mixed", "unit_exists", "unit_kind",
)
_AGREEMENT = (
    "chain_facts", "deadline_late", "header_facts", "recipient_missing", "recipient_reason", "target_lax",
    "target_lost", "task_lead", "verbatim_share",
)
# fmt: on
GROUPS = (
    ("form", "Thể thức và kỹ thuật trình bày", _FORM),
    ("wording", "Lời văn và nội dung", _WORDING),
    ("agreement", "Khớp với hồ sơ và văn bản cấp trên", _AGREEMENT),
)
"""The folder of each group, its title and its modules: listed, so that the order is the decree's own."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule."""
    return tuple(rule for _, rules in grouped() for rule in rules)


def grouped() -> tuple[tuple[str, tuple[Rule, ...]], ...]:
    """Return every rule under the title of its group."""
    return tuple((title, tuple(_rule(folder, name) for name in names)) for folder, title, names in GROUPS)


def chosen(select: Collection[str] = (), ignore: Collection[str] = ()) -> tuple[Rule, ...]:
    """Return the rules whose id, or the beginning of it up to a hyphen, is selected and not ignored."""
    rules = (each for each in all_rules() if not select or _is_named(each.id, select))
    return tuple(each for each in rules if not _is_named(each.id, ignore))


def _is_named(rule: str, names: Collection[str]) -> bool:
    return any(rule == name or rule.startswith(f"{name}-") for name in names)


def _rule(folder: str, name: str) -> Rule:
    module = importlib.import_module(f"kegen.check.{folder}.{name}")
    page = (module.__doc__ or "").strip()
    title = page.partition("\n")[0].rstrip(".")
    return Rule(name.replace("_", "-"), module.WEIGHT, module.CITE, title, page, module.check)
