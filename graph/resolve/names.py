"""Written-out names: what 县总, 省人社厅 or 委组织部 is called in full, given the place it leans on.

In: a hint's own part (`委组织部`) and the place's name (`江川县`). Out: the canonical name (江川县委组织部).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PARTY_BODIES = re.compile(
    r"^(?:组织部|宣传部|统战部|政法委|网信办|编办|改革办|党校|全面深化改革委员会|深改委|政研室|“?两新”?工委)"
)
_PREFIX = re.compile(r"^(?:党委|委)")


def body_name(place: str, rest: str) -> str:
    """The full name of a body of a place.

    >>> body_name("江川县", "委组织部"), body_name("江川县", "组织部"), body_name("内蒙古自治区", "党委组织部")
    ('江川县委组织部', '江川县委组织部', '内蒙古自治区党委组织部')
    >>> body_name("江川县", "团委")
    '共青团江川县委'
    """
    bare = _PREFIX.sub("", rest)
    if bare == "团委":
        return f"共青团{place}委"
    if _PARTY_BODIES.match(bare):
        link = "党委" if place.endswith("自治区") or not re.search(r"[省市县区旗州盟]$", place) else "委"
        return f"{place}{link}{bare}"
    return f"{place}{rest}"


_REFORM_OFFICE = re.compile(r"^产改(?:(?:协调|领导)小组)?办(?:公室)?$")
_FURTHERED = re.compile(r"^(?:推进|深化|落实|新时期|新时代)+(?=产改)")  # 推进产改协调小组 is the 产改协调小组
_REFORM_BODY = re.compile(
    r"(?:推进|深化)?(?:产改|产业工人队伍建设改革)(?:工作)?((?:协调小组|领导小组|联席会议|工作专班|专班)(?:办公室)?)$"
)
_DEPARTMENT = re.compile(r"^([\u4e00-\u9fff]+?)(局|厅|委员会|委)$")


def body_key(place: str, rest: str, forms: Mapping[str, str]) -> str:
    """What identifies a body of a place under all forms of its name.

    >>> forms = {"人社": "人力资源和社会保障"}
    >>> body_key("江川县", "人社局", forms) == body_key("江川县", "人力资源和社会保障局", forms)
    True
    """
    rest = rest.replace("产业工人队伍建设改革", "产改").replace("产改工作", "产改")
    rest = _REFORM_OFFICE.sub("产改办", _FURTHERED.sub("", rest))
    return body_name(place, department_name(rest, forms))


def reform_forms(rest: str) -> frozenset[str]:
    """A reform body's name under all forms of the reform; none for other bodies.

    >>> sorted(reform_forms("产改协调小组"), key=len)[-1], reform_forms("人社局")
    ('推进产业工人队伍建设改革协调小组', frozenset())
    """
    match = _REFORM_BODY.match(rest)
    whole = "产业工人队伍建设改革"
    return frozenset(f"{form}{match.group(1)}" for form in ("产改", whole, f"推进{whole}")) if match else frozenset()


def department_name(rest: str, forms: Mapping[str, str]) -> str:
    """A department's name with its field in full: 人社局 → 人力资源和社会保障局; others as they are."""
    match = _DEPARTMENT.match(rest)
    if not match:
        return rest
    kind = "委员会" if match.group(2) == "委" and match.group(1) in forms else match.group(2)
    return forms.get(match.group(1), match.group(1)) + kind


def honour_name(surface: str) -> str:
    """An honour's name without quotation marks at its ends and the words 称号 or 荣誉."""
    name = surface
    if name.startswith("“") and name.endswith("”") and name.count("“") == 1:
        name = name[1:-1]
    name = re.sub(r"^(全国|省|市|县|自治区)[‘“]([^’”]+)[’”]?$", r"\1\2", name)
    name = re.sub(r"^(?:各级|荣获|获得)", "", name)
    return "劳动模范" if name == "劳模" else re.sub(r"劳模$", "劳动模范", name)


def document_name(surface: str) -> str:
    """A policy document's title without 《》."""
    return surface.strip("《》")
