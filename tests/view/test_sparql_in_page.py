"""Questions asked in the page, without a server. Needs what scripts/explorer-assets fetches, as scripts/test does."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.keys import Keys

from graph.query.ask import ask
from graph.query.questions import questions
from graph.view.libraries import engine
from graph.view.page import write_page
from tests.view.browser import Page
from tests.view.made import small_graph

pytestmark = pytest.mark.skipif(engine() is None, reason="no npm: scripts/explorer-assets has fetched nothing")


def answered(page: Page) -> None:
    page.wait("!document.querySelector('#answer .soft')?.textContent.includes('……')")


def write(page: Page, sparql: str) -> None:
    page.tab("query")
    page.run("document.getElementById('own').open = true")
    page.run("document.getElementById('sparql').value = arguments[0]", sparql)
    page.one("#sparql").send_keys(Keys.CONTROL, Keys.ENTER)
    page.wait("document.querySelector('#answer').dataset.took !== undefined")
    answered(page)


def rows(page: Page) -> list[list[str]]:
    return page.run(  # type: ignore[no-any-return]
        "const all = [...document.querySelectorAll('#answer tbody tr')];"
        "return all.map((row) => [...row.children].map((cell) => cell.textContent))"
    )


@pytest.mark.parametrize("question", [each.id for each in questions() if not any(p.required for p in each.parameters)])
def test_saved_questions_have_as_many_rows_as_at_the_command_line(small, question):
    small.complaints()
    small.tab("query")
    small.one(f"#questions [data-question={question}]").click()
    small.wait("document.querySelector('#answer').dataset.took !== undefined")
    answered(small)
    assert small.all("#answer .mistake") == []
    assert small.one("#answer [role=status]").text == f"{len(ask(small_graph(), question))} 行"
    assert small.complaints() == []


def test_a_form_asks_with_what_was_chosen_and_the_answer_leads_on(small):
    small.tab("query")
    small.one("#questions [data-question=region-measures]").click()
    small.one("#questions [data-question=shared-measures]").click()
    minimum = small.one("#given-minimum")
    minimum.clear()
    minimum.send_keys("3")
    small.one("#ask").click()
    small.wait("document.querySelector('#answer').dataset.took !== undefined")
    answered(small)
    assert {row[0] for row in rows(small)} == {"劳动和技能竞赛", "职业技能培训"}
    small.one("#answer tbody .inline").click()
    assert small.one("#panel h2").text in {"劳动和技能竞赛", "职业技能培训"}


def test_a_query_of_one_s_own(small):
    write(small, "SELECT (COUNT(*) AS ?n) { ?fact a cg:Adoption }")
    assert rows(small) == [["21"]]
    write(small, "ASK { ?x a cg:Enterprise }")
    assert small.one("#answer").text == "是"
    write(small, "CONSTRUCT { ?u cg:organOf ?r } { ?u a cg:Union ; cg:organOf ?r }")
    assert len(rows(small)) == 4


def test_a_fact_of_an_answer_opens_its_sentence(small):
    write(small, "SELECT ?fact { ?fact a cg:Event ; cg:confidence ?c } ORDER BY ?fact LIMIT 1")
    small.one("#answer tbody .inline").click()
    assert small.texts("#source-text mark.now") == ["六月二日召开推进会"]


@pytest.mark.parametrize(
    ("sparql", "line"),
    [("SELECT ?x {\n  ?x a cg:Union .\n  FILTER(?x >\n}", 4), ("SELECT ?x { ?x nope:this ?y }", 1), ("nonsense", 1)],
)
def test_an_error_names_its_line(small, sparql, line):
    write(small, sparql)
    assert small.one("#answer .mistake p").text.startswith(f"第 {line} 行")


def test_a_page_without_the_engine_says_how_to_get_it(chromium, tmp_path):
    chromium.open(write_page(small_graph(), tmp_path / "page.html", sparql=False), "#view=query")
    assert "--no-sparql" in chromium.one("#asking").text


def test_text_of_a_form_is_never_read_as_sparql(small):
    small.tab("query")
    small.one("#questions [data-question=figures]").click()
    field = small.one("#given-keyword")
    field.send_keys('") } DROP ALL # \\ 受训')
    small.one("#ask").click()
    small.wait("document.querySelector('#answer').dataset.took !== undefined")
    answered(small)
    assert small.one("#answer [role=status]").text == "0 行"
