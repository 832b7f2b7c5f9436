"""Completion in PowerShell (5.1, which Windows brings, and 7): click's own is new, and takes no names with blanks.

The words of the line come one a line, as PowerShell itself has taken them apart: a path keeps its backslashes, a name
in quotes is one word. What is offered goes back one a line too: what to type, in quotes where it needs them, what to
show, and what it is. Where nothing is offered PowerShell offers files, which is what an option that takes one wants.
"""

from __future__ import annotations

import os
import re

from click.shell_completion import CompletionItem, ShellComplete

_SCRIPT = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value }
            else { $_.Extent.Text } })
    $encoding, $python = [Console]::OutputEncoding, $env:PYTHONIOENCODING
    try {
        [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
        $env:PYTHONIOENCODING = 'utf-8'
        $env:COMP_WORDS = $words -join "`n"
        $env:COMP_CWORD = "$wordToComplete".Trim([char]34, [char]39)
        $env:%(complete_var)s = 'powershell_complete'
        & %(prog_name)s | ForEach-Object {
            $typed, $shown, $what = $_ -split "`t"
            if ($typed) {
                [System.Management.Automation.CompletionResult]::new($typed, $shown, 'ParameterValue', $what)
            }
        }
    }
    finally {
        [Console]::OutputEncoding, $env:PYTHONIOENCODING = $encoding, $python
        $env:COMP_WORDS, $env:COMP_CWORD, $env:%(complete_var)s = $null, $null, $null
    }
}
"""
_PLAIN = r"[\w./\\:=-]+"
"""What PowerShell takes for one word as it stands; a comma would make a list of it."""


class PowerShellCompletion(ShellComplete):
    """Completion by `Register-ArgumentCompleter`."""

    name = "powershell"
    source_template = _SCRIPT

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one being typed, without the command itself, and that one."""
        words = os.environ.get("COMP_WORDS", "").split("\n")
        return words[1:], os.environ.get("COMP_CWORD", "")

    def format_completion(self, item: CompletionItem[str]) -> str:
        """Return what to type, what to show and what it is, with tabs between; "" leaves files to PowerShell."""
        if item.type != "plain":
            return ""
        shown = str(item.value)
        typed = shown if re.fullmatch(_PLAIN, shown) else "'" + shown.replace("'", "''") + "'"
        return f"{typed}\t{shown}\t{' '.join((item.help or shown).split())}"
