"""Whatever a room does in whatever order: the log explains the stage, and snapshots are what was."""

import datetime as dt
from typing import get_args

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.workbook.analysis.designs import LIBRARY
from tests.workbook.analysis.lifecycle.ready import READY, SOCIAL
from workbook.analysis.lifecycle.gates import way
from workbook.analysis.lifecycle.moves import move_kind, moves_open
from workbook.analysis.lifecycle.path import path
from workbook.analysis.lifecycle.standing import standing_at
from workbook.editing import get, put, read_address
from workbook.edits.lifecycle import MoveRefused, move
from workbook.edits.snapshots import remove_snapshot, restore_snapshot, take_snapshot
from workbook.model.draft import Draft
from workbook.model.vocabulary import STAGES, ActionStatus, LifecyclePlace
from workbook.model.workbook import Workbook

START = dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
PLACES: tuple[LifecyclePlace, ...] = (*STAGES, "paused", "closed")
DRAFTS = st.sampled_from(["ours", "theirs"])
TEXTS = st.sampled_from(["", "Written.", "Not reported"])
CONTENT: dict[str, st.SearchStrategy[object]] = {
    "framing/societal_problem": TEXTS,
    "stakeholders/growers/without_agreement": TEXTS,
    "stakeholders/growers/weights_known": st.sampled_from(["given", "unknown"]),
    "data_flows/yields/safeguards": TEXTS,
    "data_flows/yields/start_date": st.none() | st.dates(),
    "chosen_scenario": st.none() | st.just("pool"),
    "scenarios/pool/scores": st.sampled_from([{}, {"income": {"value": 2}, "insight": {"value": 2}}]),
    "scenarios/pool/alignment_actions": st.lists(
        st.builds(
            lambda number, status: {"id": f"a{number}", "kind": "legal", "status": status},
            st.integers(1, 3),
            st.sampled_from(get_args(ActionStatus)),
        ),
        max_size=2,
        unique_by=lambda action: action["id"],
    ),
    "lifecycle/lessons": TEXTS,
}


class AnyCourseOfMoves(RuleBasedStateMachine):
    """Two drafts, edited, moved, overridden, paused, closed, renewed, kept, gone back to, and undone."""

    def __init__(self) -> None:
        super().__init__()
        theirs = SOCIAL.replace(id="theirs")
        self.states = [Workbook(drafts=(READY, theirs))]
        self.kept: dict[str, Draft] = {}
        """Every draft as it stood when a snapshot was taken of it, by the id of the snapshot."""
        self.numbers = 0

    @property
    def workbook(self) -> Workbook:
        return self.states[-1]

    def make_id(self, letter: str) -> str:
        self.numbers += 1
        return f"{letter}{self.numbers}"

    def now(self) -> dt.datetime:
        return START + dt.timedelta(minutes=len(self.states))

    def goes_to(self, after: Workbook, *stood: Draft) -> None:
        """A new state; what stood is what each snapshot that is new must hold, in order."""
        known = {each.id for each in self.workbook.snapshots}
        new = [each.id for each in after.snapshots if each.id not in known]
        assert len(new) == len(stood)
        self.kept.update(zip(new, stood, strict=True))
        self.states.append(after)

    @rule(draft=DRAFTS, data=st.data(), field=st.sampled_from(sorted(CONTENT)))
    def edits(self, draft: str, data: st.DataObject, field: str) -> None:
        address = ("drafts", draft, *read_address(field))
        self.goes_to(put(self.workbook, address, data.draw(CONTENT[field])))

    @rule(
        draft=DRAFTS,
        to=st.sampled_from(PLACES),
        by=st.sampled_from(["", "Ana"]),
        why=TEXTS,
        leave_out=st.integers(0, 9),
    )
    def moves(self, draft: str, to: LifecyclePlace, by: str, why: str, leave_out: int) -> None:
        """Override all that is not met, or all but one. It succeeds just when the rules say so."""
        before = self.workbook.draft(draft)
        asked = way(before, to, LIBRARY, because=why)
        unmet = [each.id for each in asked if each.is_unmet]
        given = [each for number, each in enumerate(unmet) if number != leave_out]
        is_open = to in {each.to for each in moves_open(before, LIBRARY)}
        may_move = is_open and given == unmet and (not unmet or bool(by))
        kind = move_kind(before, to)
        try:
            after = move(
                self.workbook,
                draft,
                to,
                library=LIBRARY,
                at=self.now(),
                by=by,
                because=why,
                overridden=dict.fromkeys(given, "Not reported."),
                make_id=self.make_id,
            )
        except MoveRefused:
            assert not may_move
            return
        assert may_move
        entry = after.draft(draft).lifecycle.moves[-1]
        assert list(entry.held) == [each.id for each in asked if each.state == "met"]
        assert [each.condition for each in entry.overridden] == unmet
        cycles = [each.cycle for each in (*before.lifecycle.moves, entry)]
        assert cycles[-1] == (cycles[-2] if len(cycles) > 1 else 1) + (kind == "renew")
        self.goes_to(after, before)

    @rule(draft=DRAFTS)
    def goes_round(self, draft: str) -> None:
        """To renewal, to the win-wins again, whatever it takes."""
        for to in ("renewal", "win_wins"):
            before = self.workbook.draft(draft)
            if to in {each.to for each in moves_open(before, LIBRARY)}:
                reasons = {each.id: "A trial." for each in way(before, to, LIBRARY) if each.is_unmet}
                after = move(
                    self.workbook,
                    draft,
                    to,
                    library=LIBRARY,
                    at=self.now(),
                    by="Ana",
                    overridden=reasons,
                    make_id=self.make_id,
                )
                self.goes_to(after, before)

    @rule(draft=DRAFTS)
    def keeps(self, draft: str) -> None:
        after = take_snapshot(self.workbook, draft, "By hand", at=self.now(), make_id=self.make_id)
        self.goes_to(after, self.workbook.draft(draft))

    @rule(data=st.data())
    def goes_back(self, data: st.DataObject) -> None:
        if self.workbook.snapshots:
            chosen = data.draw(st.sampled_from(self.workbook.snapshots))
            before = self.workbook.draft(chosen.draft.id)
            after = restore_snapshot(self.workbook, chosen.id, at=self.now(), make_id=self.make_id)
            is_new = len(after.snapshots) > len(self.workbook.snapshots)
            self.goes_to(after, *((before,) if is_new else ()))
            assert after.draft(chosen.draft.id) == chosen.draft
            assert any(each.draft == before for each in after.snapshots) or before == chosen.draft

    @rule(data=st.data())
    def forgets(self, data: st.DataObject) -> None:
        if self.workbook.snapshots:
            chosen = data.draw(st.sampled_from(self.workbook.snapshots))
            self.goes_to(remove_snapshot(self.workbook, chosen.id))

    @rule(steps=st.integers(1, 3))
    def undoes(self, steps: int) -> None:
        for _ in range(min(steps, len(self.states) - 1)):
            undone = self.states.pop()
            # One step takes back a move and the snapshot that came with it.
            moved = sum(len(each.lifecycle.moves) for each in undone.drafts)
            stayed = sum(len(each.lifecycle.moves) for each in self.workbook.drafts)
            if moved == stayed + 1 and len(undone.snapshots) == len(self.workbook.snapshots) + 1:
                assert undone.snapshots[:-1] == self.workbook.snapshots

    @invariant()
    def the_log_explains_the_stage(self) -> None:
        for draft in self.workbook.drafts:
            moves, here = draft.lifecycle.moves, "frame"
            for each in moves:
                assert each.from_ == here
                assert each.to != here
                here = each.to
            found = path(draft, LIBRARY)
            assert found.place == draft.lifecycle.stage == here
            assert [each.place for each in found.visits] == ["frame", *(each.to for each in moves)]
            stages = [each.place for each in found.visits if each.place in STAGES]
            assert found.stage == standing_at(draft.lifecycle) == stages[-1]
            renewals = [
                number
                for number, stage in enumerate(stages)
                if stage == "win_wins" and number and stages[number - 1] == "renewal"
            ]
            assert found.cycle == 1 + len(renewals)

    @invariant()
    def the_snapshots_are_what_was(self) -> None:
        for snapshot in self.workbook.snapshots:
            assert snapshot.draft == self.kept[snapshot.id]

    @invariant()
    def the_file_would_hold_it(self) -> None:
        told = self.workbook.model_dump(mode="json", by_alias=True)
        assert Workbook.model_validate(told) == self.workbook
        assert get(self.workbook, ("drafts", "ours")) == self.workbook.drafts[0]


TestAnyCourseOfMoves = AnyCourseOfMoves.TestCase
TestAnyCourseOfMoves.settings = settings(max_examples=25, stateful_step_count=25)
