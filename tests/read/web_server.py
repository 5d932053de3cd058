"""A server on this machine that answers with exactly the bytes that a test gives it, right or wrong."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

# A certificate for courier.example that nobody but a test trusts, with its key: made for this, and of no other use.
CERTIFICATE = Path(__file__).with_name("courier_example.pem")
Answer = bytes | Callable[[socket.socket], None]


class Server:
    """`answers` are what stands at each path; `asked` are the requests, as they came.

    Where `secure`, it speaks TLS, as courier.example.
    """

    def __init__(self, port: int) -> None:
        self.port = port
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.secure = False

    def url(self, path: str, *, host: str = "127.0.0.1") -> str:
        return f"http{'s' if self.secure else ''}://{host}:{self.port}{path}"


def page(
    body: bytes = b"<p>The quay is closed.</p>",
    *,
    kind: str = "text/html",
    headers: str = "",
    status: str = "200 OK",
) -> bytes:
    """An answer that is right."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{headers}\r\n"
    return head.encode() + body


def redirect(target: str, *, status: int = 302) -> bytes:
    return f"HTTP/1.1 {status} Moved\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n".encode()


@contextlib.contextmanager
def running() -> Iterator[Server]:
    """A server that runs until the end of the `with` statement."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = Server(listening.getsockname()[1])
    threads: list[threading.Thread] = []

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            threads.append(threading.Thread(target=_answer, args=(server, connection), daemon=True))
            threads[-1].start()

    accepting = threading.Thread(target=serve, daemon=True)
    accepting.start()
    try:
        yield server
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        for thread in (accepting, *threads):
            thread.join(5)


def _answer(server: Server, connection: socket.socket) -> None:
    with contextlib.ExitStack() as opened, contextlib.suppress(OSError):
        opened.enter_context(connection)
        connection.settimeout(5)
        if server.secure:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            connection = opened.enter_context(context.wrap_socket(connection, server_side=True))
        request = b""
        while b"\r\n\r\n" not in request:
            piece = connection.recv(65536)
            if not piece:
                return
            request += piece
            if request.startswith(b"\x16\x03"):  # the greeting of TLS, which this server does not know
                connection.sendall(page(b"", status="400 Bad Request"))
                return
        server.asked.append(request.decode("latin-1"))
        answer = server.answers.get(request.split(b" ")[1].decode(), page(b"", status="404 Not Found"))
        if callable(answer):
            answer(connection)
        else:
            connection.sendall(answer)
