"""nginx and Varnish, each made to serve the same story page.

nginx sends the very bytes that we send, from a ``.gz`` file beside the page, with
the same headers. Varnish fetches the page from us with a tag for one slot, and
fills it from its own memory.
"""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx

NGINX = """
worker_processes 1;
daemon off;
pid {root}/nginx.pid;
error_log {root}/nginx.log;
events {{ worker_connections 4096; }}
http {{
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  keepalive_timeout 600;
  open_file_cache max=100;
  server_tokens off;
  default_type "text/html; charset=utf-8";
  client_body_temp_path {root}/tmp;
  proxy_temp_path {root}/tmp;
  fastcgi_temp_path {root}/tmp;
  uwsgi_temp_path {root}/tmp;
  scgi_temp_path {root}/tmp;
  server {{
    listen 127.0.0.1:{port};
    root {root}/html;
    gzip_static on;
    {headers}
  }}
}}
"""

VARNISH = """
vcl 4.1;
backend ours {{ .host = "127.0.0.1"; .port = "{backend}"; }}
sub vcl_recv {{ unset req.http.Cookie; return (hash); }}
sub vcl_backend_fetch {{ set bereq.http.Surrogate-Capability = "bench=ESI/1.0"; }}
sub vcl_backend_response {{
  if (beresp.http.Surrogate-Control ~ "ESI/1.0") {{ set beresp.do_esi = true; }}
  set beresp.ttl = 1h;
}}
"""
_LEFT_OUT = {
    "content-length",
    "content-encoding",
    "content-type",
    "date",
    "etag",
    "server",
}


@contextmanager
def pinned(core: int, *command: str, port: int, log: Path) -> Iterator[None]:
    """Run a server on one core until left."""
    with log.open("wb") as file:
        server = subprocess.Popen(
            ["taskset", "-c", str(core), *command],
            stdout=file,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for(port)
        yield
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int) -> None:
    """Wait until something answers at ``port`` with anything but 503."""
    for _ in range(200):
        with suppress(httpx.TransportError):
            if httpx.get(f"http://127.0.0.1:{port}/").status_code != 503:
                return
        time.sleep(0.05)
    raise TimeoutError(port)


def nginx(root: Path, *, port: int, answer: httpx.Response, body: bytes) -> list[str]:
    """Write what nginx needs to serve ``answer``; return its command."""
    headers = [
        f'add_header {name} "{value}";'
        for name, value in answer.headers.items()
        if name not in _LEFT_OUT
    ]
    (root / "html").mkdir(parents=True, exist_ok=True)
    (root / "tmp").mkdir(exist_ok=True)
    (root / "html" / "story.html").write_bytes(answer.content)
    (root / "html" / "story.html.gz").write_bytes(body)
    for folder in (root, root / "html"):
        folder.chmod(0o755)
    config = NGINX.format(root=root, port=port, headers="\n    ".join(headers))
    (root / "nginx.conf").write_text(config, encoding="utf-8")
    return ["nginx", "-c", str(root / "nginx.conf")]


def varnish(root: Path, *, port: int, backend: int) -> list[str]:
    """Write what Varnish needs; return its command."""
    vcl = root / "bench.vcl"
    vcl.write_text(VARNISH.format(backend=backend), encoding="utf-8")
    return [
        "varnishd",
        "-F",
        "-n",
        str(root / "varnish"),
        "-a",
        f"127.0.0.1:{port}",
        "-f",
        str(vcl),
        "-s",
        "malloc,64m",
        "-p",
        "thread_pools=1",
    ]
