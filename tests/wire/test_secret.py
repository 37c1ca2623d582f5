"""Secrets of wires: where they stand, who may read them, and that they keep quiet."""

import pytest

from dateline.wire.secret import (
    Secret,
    SecretMissingError,
    SecretsBrokenError,
    SecretsOpenError,
    find_secret,
)

VALUE = "s3cr3t-of-acme"


def written(folder, text, mode=0o600):
    """Write a file of secrets."""
    file = folder / "secrets.toml"
    file.write_text(text)
    file.chmod(mode)
    return file


def test_the_environment_goes_first(tmp_path):
    """A secret in both is that of the environment."""
    file = written(tmp_path, 'ACME = "of the file"\nOTHER = "only here"\n')

    def find(name):
        return find_secret(name, environment={"ACME": VALUE}, file=file).value

    assert find("ACME") == VALUE
    assert find("OTHER") == "only here"


@pytest.mark.parametrize("mode", [0o604, 0o640, 0o644, 0o666])
def test_a_file_that_others_can_read_is_refused(tmp_path, mode):
    """With what to do about it, and without the secret."""
    file = written(tmp_path, f'ACME = "{VALUE}"\n', mode)

    with pytest.raises(SecretsOpenError) as refusal:
        find_secret("ACME", environment={}, file=file)

    assert "chmod 600" in refusal.value.hint
    assert VALUE not in str(refusal.value)


@pytest.mark.parametrize("text", [f"ACME = {VALUE}", f'ACME = "{VALUE}', "\x00"])
def test_a_broken_file_is_an_error_that_does_not_quote_it(tmp_path, text):
    """A line that is no TOML may still hold a secret."""
    file = written(tmp_path, text)

    with pytest.raises(SecretsBrokenError) as refusal:
        find_secret("ACME", environment={}, file=file)

    assert VALUE not in str(refusal.value)
    assert refusal.value.__context__ is None or refusal.value.__suppress_context__


def test_a_secret_nobody_set_is_an_error_with_a_hint(tmp_path):
    """It names the secret; a file that is gone is another error."""
    with pytest.raises(SecretMissingError, match="ACME") as refusal:
        find_secret("ACME", environment={}, file=None)
    assert refusal.value.hint

    with pytest.raises(SecretsBrokenError):
        find_secret("ACME", environment={}, file=tmp_path / "none.toml")


def test_a_secret_says_nothing_of_itself():
    """However it is printed; and it takes itself out of a text."""
    secret = Secret(name="ACME", value=VALUE)

    assert VALUE not in f"{secret} {secret!r} {[secret]}"
    assert secret.hide(f"https://x/?key={VALUE}") == "https://x/?key=[secret]"
