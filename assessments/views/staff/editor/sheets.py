"""Forms with lines below them, as deep as a document is: no script is needed to write one.

A shape says which fields and which tables of lines a thing has; a sheet is a shape with what was
typed. It is always made from what a form sends: a document is first written as if it had been sent.
A line in which nothing is written is left out, so emptying one takes it away.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict

Data = Mapping[str, Any]
Document = Any
MOST_LINES = 60
MORE = 2
NUMBER = "__{depth}__"


class Nothing(forms.Form):
    """A form without fields."""


@dataclass(frozen=True)
class Shape:
    """`form` holds what things of this sort share, `own` what this one needs besides.

    `spoken` are the fields that make a line one: where they are all empty, and its tables too, there
    is no line. `opened` turns a document into fields, `written` turns them back.
    """

    form: type[forms.Form] = Nothing
    own: type[forms.Form] = Nothing
    tables: tuple["Table", ...] = ()
    spoken: tuple[str, ...] = ()
    written: Callable[[dict[str, Any]], Document] = lambda fields: fields
    opened: Callable[[Document], dict[str, Any]] = lambda document: document
    word: Any = ""


@dataclass(frozen=True)
class Table:
    """Lines under one title, `line` being the word for one of them.

    `shape` may depend on what was sent for a line: `kinds` are then what a new line can be.
    """

    name: str
    title: Any
    line: Any
    shape: Callable[[Data, str], Shape]
    help: Any = ""
    spare: int = 1
    kinds: tuple = ()


def always(shape: Shape) -> Callable[[Data, str], Shape]:
    return lambda data, prefix: shape


class Sheet:
    """What was typed into a shape. `problem` belongs to no field of it."""

    def __init__(self, shape: Shape, data: Data, prefix: str, depth: int = 0):
        self.shape, self.prefix = shape, prefix
        self.form = shape.form(data, prefix=prefix, use_required_attribute=False)
        self.own = shape.own(data, prefix=prefix, use_required_attribute=False)
        self.tables = [Rows(table, data, f"{prefix}-{table.name}", depth) for table in shape.tables]
        self.problem = ""

    @property
    def kind_in_words(self) -> str:
        """What sort of line it is, where its table has several."""
        return str(self.shape.word)

    @property
    def forms(self) -> tuple[forms.Form, forms.Form]:
        return self.form, self.own

    def is_valid(self) -> bool:
        """Every field of it is asked, so that all problems are shown at once."""
        valid = [one.is_valid() for one in (*self.forms, *self.tables)]
        return all(valid)

    @property
    def is_written(self) -> bool:
        typed = self.form.data
        spoken = (typed.get(f"{self.prefix}-{name}") for name in self.shape.spoken)
        return any(str(text or "").strip() for text in spoken) or any(
            row.is_written for table in self.tables for row in table.sheets
        )

    def document(self) -> Document:
        """Only of a valid sheet."""
        fields = self.form.cleaned_data | self.own.cleaned_data
        return self.shape.written(
            fields | {rows.table.name: rows.document() for rows in self.tables}
        )

    def table(self, name: str) -> "Rows | None":
        return next((rows for rows in self.tables if rows.table.name == name), None)

    def put(self, field: str, problem: str) -> bool:
        """Say a problem at a field; whether there is such a field."""
        form = next((one for one in self.forms if field in one.fields), None)
        if form is not None:
            form.add_error(field, problem)
        return form is not None


class Rows:
    """The lines of a table that a page shows, those still empty among them."""

    def __init__(self, table: Table, data: Data, prefix: str, depth: int):
        self.table, self.prefix, self.data, self.depth = table, prefix, data, depth
        self.sheets = [self._sheet(str(number)) for number in range(_count(data, prefix))]
        self.problem = ""

    @property
    def written(self) -> list[Sheet]:
        return [sheet for sheet in self.sheets if sheet.is_written]

    @property
    def empty(self) -> Sheet | None:
        """The line that a script copies; none where a line first needs to be told what it is."""
        return None if self.table.kinds else self._sheet(NUMBER.format(depth=self.depth))

    @property
    def mark(self) -> str:
        """What stands for the number in the empty line."""
        return NUMBER.format(depth=self.depth)

    def is_valid(self) -> bool:
        valid = [sheet.is_valid() for sheet in self.written]
        return all(valid)

    def document(self) -> list[Document]:
        return [sheet.document() for sheet in self.written]

    def _sheet(self, number: str) -> Sheet:
        prefix = f"{self.prefix}-{number}"
        shape = self.table.shape(self.data, prefix)
        return Sheet(shape, self.data, prefix, self.depth + 1)


def sent(shape: Shape, document: Document, prefix: str) -> dict[str, Any]:
    """The document as a form would send it, with a few empty lines to go on with."""
    fields = shape.opened(document)
    tables = {table.name for table in shape.tables}
    flat = {f"{prefix}-{name}": value for name, value in fields.items() if name not in tables}
    for table in shape.tables:
        flat |= _lines(table, fields.get(table.name) or (), f"{prefix}-{table.name}")
    return flat


def with_more(data: QueryDict, prefix: str, kind: str = "") -> QueryDict:
    """What was sent, with room for more in one table: empty lines, or a line of this kind."""
    more, lines = data.copy(), _count(data, prefix)
    more[f"{prefix}-lines"] = str(lines + (1 if kind else MORE))
    if kind:
        more[f"{prefix}-{lines}-kind"] = kind
        more[f"{prefix}-{lines}-name"] = f"q{lines + 1}"
    return more


def _lines(table: Table, documents, prefix: str) -> dict[str, Any]:
    flat: dict[str, Any] = {f"{prefix}-lines": str(len(documents) + table.spare)}
    for number, document in enumerate(documents):
        line = f"{prefix}-{number}"
        shape = table.shape({f"{line}-kind": document.get("kind")}, line)
        flat |= sent(shape, document, line)
    return flat


def _count(data: Data, prefix: str) -> int:
    """How many lines were sent; what cannot be read is none, and never more than anybody writes."""
    typed = str(data.get(f"{prefix}-lines", ""))
    return min(int(typed), MOST_LINES) if typed.isascii() and typed.isdigit() else 0
