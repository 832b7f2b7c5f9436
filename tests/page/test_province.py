"""A whole province from the page: begun, stopped, its units opened."""

import asyncio

import pytest

PROVINCE = "unit: {level: tinh, name: Tuyên Quang}\nsigner: {position: CHỦ TỊCH, name: Nguyễn Văn A}\ndate: 04/5/2026\n"
AT = "/ca-tinh/x.yaml"


def wait(client):
    """Let the run go on until it ends; return what the page is told then."""
    for _ in range(600):
        client.loop.run_until_complete(asyncio.sleep(0.05))
        state = client.ask("GET", f"{AT}/state").json
        if not state["running"]:
            return state
    raise AssertionError(state)


def test_a_run_that_is_stopped_tells_how_far_it_came_and_its_units_are_opened(client, tmp_path):
    (tmp_path / "x.yaml").write_text(PROVINCE, encoding="utf-8")
    assert client.ask("GET", f"{AT}/").status == 200
    client.post(f"{AT}/begin")
    for _ in range(600):
        client.loop.run_until_complete(asyncio.sleep(0.05))
        if client.ask("GET", f"{AT}/state").json["done"]:
            break
    client.post(f"{AT}/stop")
    state = wait(client)
    assert 0 < state["done"] < state["total"]
    assert "chưa tới lượt" in state["html"]
    made = next(each for each in (tmp_path / "x-cac-don-vi").glob("*.yaml") if not each.name.endswith(".plan.yaml"))
    assert f"x-cac-don-vi~{made.name}" in state["html"]
    assert client.ask("GET", f"/ho-so/x-cac-don-vi~{made.name}/").status == 200


def test_what_is_no_plan_of_a_province_is_told(client):
    client.post(f"{AT}/begin")
    assert wait(client)["why"]


@pytest.mark.parametrize("name", ["..~x.yaml", "a~..", "a~x.yaml", "~x.yaml", "x.yaml~"])
def test_only_folders_that_a_run_has_written_are_opened(client, tmp_path, name):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.yaml").write_text("a: b")
    assert client.ask("GET", f"/ho-so/{name}/").status == 404


def test_another_plan_is_none(client):
    assert client.ask("GET", "/ca-tinh/y.yaml/").status == 404
