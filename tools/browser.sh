#!/usr/bin/env bash
# Tests look at pages in a real Chromium. Installs Debian's where it may, and
# says in one line what will be skipped where it may not.
set -u
if command -v chromium >/dev/null 2>&1; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Debian's chromium for the browser tests …"
  export DEBIAN_FRONTEND=noninteractive
  (apt-get update -qq && apt-get install -y -qq chromium fonts-noto-core) >/dev/null 2>&1
fi
if command -v chromium >/dev/null 2>&1; then exit 0; fi
echo "No chromium here and no right to install it: the browser tests will be skipped."
[ "${DATELINE_TEST_ALL:-0}" = 1 ] && exit 1
exit 0
