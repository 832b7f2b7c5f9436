"""What a rule says where the fact it needs was not given."""

from __future__ import annotations

from kegen.check.rule import Absent

NO_PROFILE = Absent("không có hồ sơ của đơn vị (--profile) để đối chiếu")
NO_PARENT = Absent("không có văn bản của cấp trên (--parent) để đối chiếu")
NEITHER = Absent("không có hồ sơ của đơn vị (--profile) hay văn bản của cấp trên (--parent) để đối chiếu")
