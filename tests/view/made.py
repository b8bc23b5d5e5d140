"""A made-up graph in the contract's terms: reports of places that do not exist, and what they say, as TriG.

`Made` takes sentences and facts and writes the quads with right offsets; `small_graph` is the one most tests look at.
"""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

from graph.namespaces import ARTICLE, ENTITY, FACT, PREFIXES
from graph.query.store import Graph, parse_graph


def text(value: str, language: str = "") -> str:
    """A literal in Turtle."""
    return json.dumps(value, ensure_ascii=False) + (f"@{language}" if language else "")


class Made:
    """Collects quads; `trig()` writes them."""

    def __init__(self) -> None:
        self.lines: dict[str, list[str]] = {}
        self.texts: dict[str, str] = {}
        self.facts = 0

    def add(self, graph: str, subject: str, *pairs: str) -> None:
        self.lines.setdefault(graph, []).append(f"{subject} {' ; '.join(pairs)} .")

    def article(self, name: str, body: str) -> None:
        self.texts[name] = body
        iri = f"<{ARTICLE}{quote(name)}>"
        self.add(iri, iri, "a nif:Context", f"dcterms:identifier {text(name)}", f"nif:isString {text(body)}")

    def span(self, name: str, quoted: str, *pairs: str) -> str:
        """The IRI of the first place where `quoted` stands in the article."""
        start = self.texts[name].index(quoted)
        article = f"{ARTICLE}{quote(name)}"
        iri = f"<{article}#char={start},{start + len(quoted)}>"
        ends = (f"nif:beginIndex {start}", f"nif:endIndex {start + len(quoted)}")
        self.add(
            f"<{article}>", iri, f"nif:anchorOf {text(quoted)}", *ends, f"nif:referenceContext <{article}>", *pairs
        )
        return iri

    def entity(self, kind: str, name: str, *pairs: str, aliases: tuple[str, ...] = ()) -> str:
        iri = f"<{ENTITY}{kind}/{quote(name)}>"
        also = [f"skos:altLabel {text(alias, 'zh')}" for alias in aliases]
        self.add(
            "<https://w3id.org/changai/graph/entities>",
            iri,
            f"a cg:{kind}",
            f"rdfs:label {text(name, 'zh')}",
            *also,
            *pairs,
        )
        return iri

    def measure(self, name: str, dimension: str, zh: str, en: str) -> str:
        graph = "<https://w3id.org/changai/graph/vocabulary>"
        labels = tuple(
            f"{name} {text(label, language)}"
            for label, language in ((zh, "zh"), (en, "en"))
            for name in ("rdfs:label", "skos:prefLabel")
        )
        self.add(graph, f"measure:{name}", "a cg:Measure, skos:Concept", f"skos:broader measure:{dimension}", *labels)
        return f"measure:{name}"

    def fact(self, kind: str, name: str, quoted: str, *pairs: str) -> None:
        span = self.span(name, quoted)
        self.facts += 1
        graph = f"<{ARTICLE}{quote(name)}>"
        self.add(
            graph, f"<{FACT}{self.facts}>", f"a cg:{kind}", f"prov:wasDerivedFrom {span}", "cg:confidence 0.9", *pairs
        )

    def trig(self) -> str:
        head = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
        return head + "".join(f"{graph} {{\n{chr(10).join(lines)}\n}}\n" for graph, lines in self.lines.items())

    def graph(self) -> Graph:
        return parse_graph(self.trig().encode("utf-8"), Path("made.trig"))


DIMENSIONS = {
    "ideological": ("思想引领", "Ideological guidance"),
    "achievement": ("建功立业", "Achievement"),
    "skills": ("素质提升", "Skills"),
    "status": ("地位提高", "Status"),
    "growth": ("队伍壮大", "Growth and services"),
}
MEASURES = {
    "theory-lectures": ("ideological", "理论宣讲", "Theory lectures for workers"),
    "skills-contests": ("achievement", "劳动和技能竞赛", "Labour and skills contests"),
    "five-smalls": ("achievement", "五小创新活动", "Five smalls innovation"),
    "innovation-studios": ("achievement", "劳模和工匠人才创新工作室", "Model-worker innovation studios"),
    "vocational-training": ("skills", "职业技能培训", "Vocational skills training"),
    "mentoring": ("skills", "师带徒", "Mentoring of apprentices"),
    "craftsman-academies": ("skills", "工匠学院", "Craftsman academies"),
    "career-ladders": ("status", "职业发展通道", "Career ladders"),
    "pay-for-skills": ("status", "技能要素参与分配", "Pay linked to skill"),
    "gig-worker-services": ("growth", "新就业形态劳动者服务", "Services for gig workers"),
    "rest-stations": ("growth", "户外劳动者驿站", "Outdoor-worker rest stations"),
    "medical-mutual-aid": ("growth", "职工医疗互助", "Medical mutual aid"),
}
REGIONS = ("云岭县", "白石县", "青禾区", "长汀开发区", "临江市")
DONE = {
    "云岭县": "theory-lectures skills-contests five-smalls vocational-training mentoring pay-for-skills",
    "白石县": "skills-contests innovation-studios vocational-training craftsman-academies rest-stations",
    "青禾区": "theory-lectures vocational-training gig-worker-services rest-stations medical-mutual-aid",
    "长汀开发区": "skills-contests mentoring craftsman-academies career-ladders gig-worker-services",
}
HOSTILE = "</script><script>window.broken=1</script><img src=x onerror=window.broken=2>"


def small_graph(hostile: bool = False) -> Graph:
    """Four places under one city that share measures, with units, people, honours, a document, and every kind of fact.

    With `hostile`, an enterprise, a report and an indicator carry markup.
    """
    made = Made()
    for key, (zh, en) in DIMENSIONS.items():
        graph = "<https://w3id.org/changai/graph/vocabulary>"
        made.add(graph, f"measure:{key}", "a skos:Concept", f"skos:prefLabel {text(zh, 'zh')}, {text(en, 'en')}")
    for key, (dimension, zh, en) in MEASURES.items():
        made.measure(key, dimension, zh, en)
    made.measure("housing", "growth", "住房保障", "Housing support")  # no fact names it
    city = made.entity("LocalGovernment", "临江市", "cg:adminLevel cg:Prefecture")
    places = {
        name: made.entity(
            "LocalGovernment",
            name,
            "cg:adminLevel cg:County",
            f"cg:within {city}",
            aliases=(name[:2], f"{name}委、{name}政府"),
        )
        for name in REGIONS[:-1]
    }
    for name, region in places.items():
        title = f"{name}.txt"
        # Of the first place the report starts with a sign that JavaScript counts as two.
        lines = ["𠮷日，" if name == "云岭县" else "", f"{name}产业工人队伍建设改革开局之年。\n"]
        lines += [f"当地把“{MEASURES[key][1]}”列为头\n等大事，逐月推进。" for key in DONE[name].split()]
        lines.append(f"{name}总工会一年里办班六十场，三千二百余人受训。")
        lines.append(f"{name}宏远机械公司的车工林之遥捧回省级工匠称号，他是该公司工会主席。")
        lines.append("来年还要筹建三处户外驿站。六月二日召开推进会。公司获评市级试点。")
        made.article(title, "".join(lines) + (HOSTILE if hostile else ""))
        union = made.entity("Union", f"{name}总工会", f"cg:organOf {region}", aliases=(f"{name[0]}总",))
        firm = made.entity(
            "Enterprise", f"{name}宏远机械公司{HOSTILE if hostile else ''}", f"cg:locatedIn {region}", aliases=("宏远",)
        )
        person = made.entity("Person", f"林之遥{name[0]}")
        made.entity("Agency", f"{name}人社局", f"cg:organOf {region}")
        made.entity("Institution", f"{name}技工学校", f"cg:locatedIn {region}")
        for number, key in enumerate(DONE[name].split()):
            actor = union if number == 1 else region
            quoted = f"当地把“{MEASURES[key][1]}”列为头\n等大事"
            made.fact("Adoption", title, quoted, f"cg:actor {actor}", f"cg:measure measure:{key}")
        made.span(title, name, f"itsrdf:taIdentRef {region}")
        indicator = "受训人数" + (HOSTILE if hostile else "")
        said = (f"cg:indicator {text(indicator)}", "cg:value 3200.0", f"cg:unit {text('人')}", "cg:bound cg:over")
        trained = "cg:measure measure:vocational-training"
        made.fact("Figure", title, "三千二百余人受训", f"cg:actor {union}", trained, *said)
        honour = made.entity("Honour", "江东工匠", "cg:level cg:Provincial")
        made.fact(
            "Conferral",
            title,
            "林之遥捧回省级工匠称号",
            f"cg:recipient {person}",
            f"cg:honour {honour}",
            "cg:level cg:Provincial",
        )
        made.fact(
            "Post",
            title,
            "他是该公司工会主席",
            f"org:member {person}",
            f"org:organization {firm}",
            f"cg:title {text('工会主席')}",
        )
        made.fact("Plan", title, "来年还要筹建三处户外驿站", f"cg:actor {firm}", "cg:measure measure:rest-stations")
        made.fact("Pilot", title, "公司获评市级试点", f"cg:pilotUnit {firm}", "cg:level cg:Municipal")
        made.fact(
            "Event",
            title,
            "六月二日召开推进会",
            f"rdfs:label {text('推进会', 'zh')}",
            f"cg:date {text('2031-06-02')}^^xsd:date",
        )
    made.entity(
        "PolicyDocument", "《临江市工匠培育办法》", f"cg:issuedBy {city}", f"dcterms:issued {text('2030')}^^xsd:gYear"
    )
    return made.graph()


def empty_graph() -> Graph:
    """A vocabulary and nothing read yet."""
    made = Made()
    made.measure("housing", "growth", "住房保障", "Housing support")
    return made.graph()


def large_graph(regions: int, busy: bool = False) -> Graph:
    """`regions` counties in `regions // 10` provinces, each with six measures and fifteen enterprises.

    With `busy`, each enterprise has adopted a measure and is told a figure of.
    """
    made = Made()
    for key, (dimension, zh, en) in MEASURES.items():
        made.measure(key, dimension, zh, en)
    keys = sorted(MEASURES)
    for number in range(regions):
        province = made.entity("LocalGovernment", f"第{number // 10}省", "cg:adminLevel cg:Province")
        name = f"第{number}县"
        county = made.entity("LocalGovernment", name, "cg:adminLevel cg:County", f"cg:within {province}")
        made.article(f"{name}.txt", "样样都在做。")
        for step in range(6):
            key = keys[(number * 5 + step * 7) % len(keys)]
            made.fact("Adoption", f"{name}.txt", "样样都在做", f"cg:actor {county}", f"cg:measure measure:{key}")
        for firm in range(15):
            works = made.entity("Enterprise", f"{name}第{firm}厂", f"cg:locatedIn {county}")
            if busy:
                key = keys[(number + firm) % len(keys)]
                of = (f"cg:actor {works}", f"cg:measure measure:{key}")
                made.fact("Adoption", f"{name}.txt", "样样都在做", *of)
                said = (f"cg:indicator {text('受训人数')}", f"cg:value {firm + 1}.0", f"cg:unit {text('人')}")
                made.fact("Figure", f"{name}.txt", "样样都在做", *of, *said, "cg:bound cg:exact")
    return made.graph()
