"""The packs and the template that come with kegen: each read and checked as a draft does."""

from __future__ import annotations

from collections.abc import Iterator

from kegen.doctor.finding import Finding
from kegen.pack.find import find_pack
from kegen.pack.read import read_pack_folder
from kegen.problem import KegenError
from kegen.shipped import pack_names, templates_folder
from kegen.template.prepare import prepare

_REPAIR = "tệp kèm theo kegen bị thiếu hoặc đã bị sửa; hãy cài lại kegen"


def packs() -> Iterator[Finding]:
    """Read every pack anew, not from the cache."""
    names = pack_names()
    if not names:
        yield Finding("packs", "Bộ mẫu", "bad", f"không thấy bộ mẫu nào trong {templates_folder()}", _REPAIR)
    for each in names:
        name = f"Bộ mẫu {each}"
        try:
            pack = read_pack_folder(find_pack(each).path).pack
        except (KegenError, OSError) as error:
            yield Finding(f"pack-{each}", name, "bad", _first_line(error), _REPAIR)
        else:
            found = f"đã đọc, đã kiểm tra: {len(pack.documents)} văn bản, {len(pack.sections)} mục lớn"
            yield Finding(f"pack-{each}", name, "good", found)


def template() -> Finding:
    """Prepare the template as a first draft does, which checks its tags and names."""
    file = templates_folder() / "ke-hoach.docx"
    try:
        prepare(file.read_bytes(), str(file))
    except (KegenError, OSError) as error:
        return Finding("template", "Mẫu Word", "bad", _first_line(error), _REPAIR)
    return Finding("template", "Mẫu Word", "good", f"đã đọc, đã kiểm tra: {file}")


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
