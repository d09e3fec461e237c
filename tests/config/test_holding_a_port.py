"""A port is held for one start, or refused at once."""

import socket

import pytest

from motcua.config.errors import HostUnusable, PortTaken
from motcua.config.listening import held


def test_a_held_port_is_refused_to_another_start_until_it_is_let_go():
    with held("127.0.0.1", port=0) as port:
        with pytest.raises(PortTaken) as refused, held("127.0.0.1", port=port):
            pass
        assert refused.value.facts == {"host": "127.0.0.1", "port": port}
    with held("127.0.0.1", port=port) as again:
        assert again == port


def test_a_port_on_which_something_listens_is_refused_although_it_would_be_shared():
    with socket.create_server(("127.0.0.1", 0), reuse_port=True) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTaken), held("127.0.0.1", port=port):
            pass


def test_the_web_server_may_open_what_is_held_for_it():
    with (
        held("127.0.0.1", port=0) as port,
        socket.create_server(("127.0.0.1", port), reuse_port=True) as web,
    ):
        assert web.getsockname()[1] == port


def test_connections_of_a_server_that_has_just_stopped_do_not_count():
    with held("127.0.0.1", port=0) as port:
        pass
    with socket.create_server(("127.0.0.1", port)) as web:
        caller = socket.create_connection(("127.0.0.1", port))
        answered, _ = web.accept()
        answered.close()  # the side that closes first keeps the port for a minute
        caller.close()
    with held("127.0.0.1", port=port) as again:
        assert again == port


@pytest.mark.parametrize("host", ["192.0.2.1", "không-có-máy-này.invalid"])
def test_an_address_that_this_machine_lacks_is_refused(host):
    with pytest.raises(HostUnusable), held(host, port=0):
        pass
