"""What a shell offers while one types a command of kegen: profiles, packs, ids of rules and messages.

Nothing here may fail or print: what is offered stands in the middle of a line that somebody is typing.
"""

from __future__ import annotations

import click

from kegen.check.rules import all_rules
from kegen.reporting.messages import message_groups


def ids_of_rules(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Offer the ids of rules; behind a comma those that go on a list."""
    done, comma, begun = incomplete.rpartition(",")
    return [f"{done}{comma}{rule.id}" for rule in all_rules() if rule.id.startswith(begun)]


def ids_of_messages(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Offer the ids of messages and of rules."""
    messages = [page.id for group in message_groups() for page in group.pages]
    return [each for each in (*messages, *(rule.id for rule in all_rules())) if each.startswith(incomplete)]
