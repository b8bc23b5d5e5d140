from __future__ import annotations

from graph.view.order import blocks


def test_like_stands_beside_like():
    rows, columns = blocks({1: [10, 11], 2: [20, 21], 3: [10, 11, 20], 4: [20, 21], 5: [10, 11]})
    assert {rows.index(1), rows.index(5)} in ({0, 1}, {3, 4})
    assert abs(columns.index(10) - columns.index(11)) == 1
    assert abs(columns.index(20) - columns.index(21)) == 1


def test_what_has_nothing_in_common_stands_apart():
    rows, columns = blocks({1: [10], 2: [20, 21], 3: [20, 21]})
    assert (rows[-1], columns[-1]) == (1, 10)


def test_every_row_and_column_stands_once_and_in_the_same_order_each_time():
    having = {row: [column for column in range(12) if row * column % 5 < 3] for row in range(9)}
    first = blocks(having)
    assert (sorted(first[0]), sorted(first[1])) == (list(range(9)), list(range(12)))
    assert blocks(dict(reversed(having.items()))) == first


def test_nothing_has_no_order():
    assert blocks({}) == ((), ())
