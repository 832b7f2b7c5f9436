"""The server on a real port: bounded heads, many half-open connections, its end."""

import asyncio
import contextlib
import socket

import pytest
import uvicorn

from kegen.page import connections
from kegen.page.connections import BoundedHeads
from kegen.page.presence import Presence


async def hello(_scope, _receive, send):
    """Answer at once, also a body of which nothing has come yet."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


@contextlib.asynccontextmanager
async def serving():
    """Serve on a free port; yields it."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(
            hello, http=BoundedHeads, ws="none", log_config=None, lifespan="off", timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        task = asyncio.create_task(server._serve(sockets=[listening]))
        for _ in range(500):
            if server.started:
                break
            await asyncio.sleep(0.01)
        yield listening.getsockname()[1]
        server.should_exit = True
        await task


async def answer(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    text = await asyncio.wait_for(reader.read(), 5)
    writer.close()
    return text


def test_two_hundred_half_open_connections_lock_nobody_out():
    async def scenario():
        async with serving() as port:
            opened = [await asyncio.open_connection("127.0.0.1", port) for _ in range(200)]
            for _, writer in opened:
                writer.write(b"GET / HTTP/1.1\r\nHost:")
            assert b"200 OK" in await answer(port)
            for _, writer in opened:
                writer.close()

    asyncio.run(scenario())


BODY = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nx"


@pytest.mark.parametrize("head", [b"", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET /", BODY])
def test_a_head_that_does_not_come_to_its_end_is_cut_off(monkeypatch, head):
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.1)

    async def scenario():
        async with serving() as port:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(head)
            with contextlib.suppress(ConnectionError):
                await asyncio.wait_for(reader.read(), 2)
            writer.close()
            assert b"200 OK" in await answer(port)

    asyncio.run(scenario())


def test_of_too_many_connections_the_oldest_makes_room(monkeypatch):
    monkeypatch.setattr(connections, "MOST_OPEN", 5)

    async def scenario():
        async with serving() as port:
            idle = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
            opened = [await asyncio.open_connection("127.0.0.1", port) for _ in range(6)]
            for reader, writer in opened[1:]:
                writer.write(idle)
                assert await asyncio.wait_for(reader.readuntil(b"ok"), 2)
            with contextlib.suppress(ConnectionError):
                assert await asyncio.wait_for(opened[0][0].read(), 2) == b""
            for _, writer in opened:
                writer.close()

    asyncio.run(scenario())


def test_a_body_of_very_many_chunks_leaves_others_their_turn():
    async def scenario():
        async with serving() as port:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\na\r\n" * 200_000)
            before = asyncio.get_running_loop().time()
            assert b"200 OK" in await answer(port)
            assert asyncio.get_running_loop().time() - before < 0.5
            writer.close()

    asyncio.run(scenario())


def test_what_comes_in_many_pieces_is_whole(monkeypatch):
    monkeypatch.setattr(connections, "_PIECE", 7)

    async def scenario():
        async with serving() as port:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3000\r\n\r\n" + b"x" * 3000)
            writer.write(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            assert (await asyncio.wait_for(reader.read(), 5)).count(b"200 OK") == 2
            writer.close()

    asyncio.run(scenario())


@pytest.mark.parametrize(("readers", "ends"), [(0, True), (1, False)])
def test_the_server_ends_when_nobody_has_the_page_for_long(readers, ends):
    async def scenario():
        done = []
        async with Presence(lambda: done.append(1), long=0.03, look=0.01).watched(lambda: readers):
            await asyncio.sleep(0.1)
        assert bool(done) is ends

    asyncio.run(scenario())


def test_a_page_without_a_stream_of_its_own_keeps_the_server_and_ends_with_it():
    async def scenario():
        done = []
        presence = Presence(lambda: done.append(1), long=0.03, look=0.01)
        async with presence.watched(lambda: 0):
            stream = presence.stay()
            assert await anext(stream) == ":\n\n"
            await asyncio.sleep(0.1)
            assert not done
            presence.end()
            assert [each async for each in stream] == []

    asyncio.run(scenario())
