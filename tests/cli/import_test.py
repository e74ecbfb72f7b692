#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""veer import, called as a user calls it: what goes wrong is told clearly and loses nothing.

Usage: import_test.py VEER SHARED_DATA
Every failing import here runs against a workspace that holds records, and must leave it with
exactly the same content.
"""
import gzip
import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

VEER = ""
SHARED_DATA = ""
OK, USAGE, BAD_INPUT, UNSUPPORTED, STORAGE, INTERRUPTED = 0, 2, 3, 4, 5, 130
NOBODY = 65534


def xes(cases, first=0):
    events = "".join(
        f'<trace>\n<string key="concept:name" value="Z{first + i}"/>\n<event>\n'
        f'<string key="concept:name" value="intake"/>\n<string key="org:resource" value="Jan"/>\n'
        f'<date key="time:timestamp" value="2025-01-01T10:00:00"/>\n</event>\n</trace>\n'
        for i in range(cases))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<log>\n{events}</log>\n'


class Import(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="veer-cli-")
        os.chmod(self.folder, 0o755)
        self.workspace = os.path.join(self.folder, "gemeente.veer")
        self.assertEqual(self.veer(self.file("first.xes", xes(20))).returncode, OK)
        self.before = self.content()

    def tearDown(self):
        shutil.rmtree(self.folder)

    def file(self, name, content):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as out:
            out.write(content if isinstance(content, bytes) else content.encode())
        return path

    def veer(self, *arguments, workspace=None, **how):
        return subprocess.run([VEER, "import", workspace or self.workspace, *arguments],
                              capture_output=True, text=True, timeout=120, **how)

    def content(self):
        with sqlite3.connect(f"file:{self.workspace}?mode=ro", uri=True) as database:
            return list(database.iterdump())

    def assert_refused(self, result, code, *told):
        """The exit code, one clear message, and the workspace as it was."""
        self.assertEqual(result.returncode, code, result.stderr)
        for text in told:
            self.assertIn(text, result.stderr)
        for trace in ("terminate called", "std::", "broken expectation"):
            self.assertNotIn(trace, result.stderr)
        self.assertEqual(self.content(), self.before)

    def test_truncated_gzip(self):
        packed = gzip.compress(xes(5000, 100).encode())
        path = self.file("cut.xes.gz", packed[: len(packed) // 2])
        self.assert_refused(self.veer(path), BAD_INPUT, "cut.xes.gz", "stops in the middle")

    def test_broken_entity(self):
        path = self.file("entity.xes", xes(2, 100).replace("Jan", "Jan &smit;"))
        self.assert_refused(self.veer(path), BAD_INPUT, "entity.xes:7", "entity")

    def test_entity_bomb(self):
        bomb = '<!DOCTYPE log [<!ENTITY a "aaaaaaaaaa">' + "".join(
            f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi")) + "]>"
        path = self.file("bomb.xes", bomb + '<log><trace>&i;</trace></log>')
        self.assert_refused(self.veer(path), BAD_INPUT, "bomb.xes:1", "document type")

    def test_huge_attribute(self):
        path = self.file("huge.xes", xes(2, 100).replace("Jan", "x" * (3 << 20)))
        self.assert_refused(self.veer(path), BAD_INPUT, "huge.xes:7", "1048576 bytes")

    def test_no_event_log_at_all(self):
        for name, content in (("photo.xes", os.urandom(5000)), ("page.xes", "<html></html>"),
                              ("empty.csv", ""), ("sheet.csv", b"PK\x03\x04" + bytes(99))):
            self.assert_refused(self.veer(self.file(name, content)), BAD_INPUT, name)

    def test_csv_without_a_case_column(self):
        path = self.file("zaken.csv", "foo;handeling;datum\n1;intake;1-1-2025\n")
        self.assert_refused(self.veer(path), BAD_INPUT, "zaken.csv:1", "--case-column")

    def test_dates_that_are_none(self):
        rows = "".join(f"Z{i};intake;{31 + i}-1-2025\n" for i in range(1, 31))
        path = self.file("zaken.csv", "zaaknummer;handeling;datum\n" + rows)
        result = self.veer(path)
        self.assert_refused(result, BAD_INPUT, "zaken.csv:2", "32-1-2025", "10 more problems")
        self.assertEqual(len(result.stderr.splitlines()), 21)

    def test_an_fte_of_minus_one(self):
        path = self.file("hr.csv", "medewerker;fte\nJan;0,8\nAn;-1\n")
        self.assert_refused(self.veer("--staff", path), BAD_INPUT, "hr.csv:3", "fte = -1")

    def test_missing_files_are_all_named(self):
        result = self.veer("no.xes", "nor.csv")
        self.assert_refused(result, BAD_INPUT, "no.xes", "nor.csv")

    def test_the_same_file_twice(self):
        result = self.veer(os.path.join(self.folder, "first.xes"))
        self.assert_refused(result, BAD_INPUT, "imported before")

    def test_a_call_that_cannot_work(self):
        self.assert_refused(self.veer(), USAGE)
        self.assert_refused(self.veer("--no-such-flag"), USAGE)

    def test_a_workspace_of_a_newer_version(self):
        with sqlite3.connect(self.workspace) as database:
            database.execute("pragma user_version = 99")
        self.before = self.content()
        path = self.file("more.xes", xes(2, 100))
        self.assert_refused(self.veer(path), UNSUPPORTED, "newer Veer")

    def test_a_workspace_that_is_no_workspace(self):
        path = self.file("brief.veer", "Geachte heer, mevrouw,\n" * 100)
        result = self.veer(self.file("more.xes", xes(2, 100)), workspace=path)
        self.assert_refused(result, BAD_INPUT, "no workspace")
        with open(path, encoding="utf-8") as letter:
            self.assertTrue(letter.read().startswith("Geachte"))

    def test_a_limit_on_file_size(self):
        path = self.file("more.xes", xes(20000, 100))
        limit = 400_000
        result = self.veer(path, preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_FSIZE, (limit, limit)))
        self.assert_refused(result, STORAGE, "no room left")

    def test_a_full_disk(self):
        disk = os.path.join(self.folder, "disk")
        os.mkdir(disk)
        mounted = os.geteuid() == 0 and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", disk],
            capture_output=True).returncode == 0
        if not mounted:
            self.skipTest("only root may mount a small disk; test_a_limit_on_file_size is like it")
        try:
            small = os.path.join(disk, "klein.veer")
            path = self.file("more.xes", xes(20000, 100))
            self.assert_refused(self.veer(path, workspace=small), STORAGE, "no room left")
            self.assertEqual(os.listdir(disk), [])
        finally:
            subprocess.run(["umount", disk], check=True)

    def test_a_folder_that_a_normal_user_may_not_write(self):
        """As a normal user: root may write anywhere."""
        locked = os.path.join(self.folder, "locked")
        os.mkdir(locked)
        os.chmod(locked, 0o555)
        records = self.file("more.xes", xes(2, 100))
        os.chmod(records, 0o644)
        program = shutil.copy(VEER, self.folder)
        os.chmod(program, 0o755)
        how = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        for workspace in (os.path.join(locked, "new.veer"), "/no/such/folder/new.veer"):
            result = subprocess.run([program, "import", workspace, records], capture_output=True,
                                    text=True, timeout=60, cwd="/", **how)
            self.assert_refused(result, STORAGE, workspace, "folder")
        self.assertEqual(os.listdir(locked), [])

    def begin_in_the_middle(self, *more, workspace=None):
        """An import that has read half of its file and waits for the rest."""
        pipe = os.path.join(self.folder, "half.xes")
        os.mkfifo(pipe)
        process = subprocess.Popen([VEER, "import", workspace or self.workspace, pipe, *more],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        text = xes(30000, 100).encode()
        feed = open(pipe, "wb", buffering=0)
        feed.write(text[: len(text) // 2])
        return process, feed, text[len(text) // 2:]

    def test_killed_in_the_middle(self):
        process, feed, _ = self.begin_in_the_middle()
        process.kill()
        process.communicate()
        feed.close()
        self.assertEqual(self.content(), self.before)
        self.assertEqual(self.veer(self.file("more.xes", xes(2, 100))).returncode, OK)

    def test_killed_in_a_first_import(self):
        new = os.path.join(self.folder, "new.veer")
        process, feed, _ = self.begin_in_the_middle(workspace=new)
        process.kill()
        process.communicate()
        feed.close()
        self.assertEqual(self.veer(self.file("more.xes", xes(2, 100)), workspace=new).returncode, OK)

    def test_ctrl_c_in_the_middle(self):
        new = os.path.join(self.folder, "new.veer")
        for workspace in (self.workspace, new):
            process, feed, rest = self.begin_in_the_middle(workspace=workspace)
            process.send_signal(signal.SIGINT)
            time.sleep(0.1)
            try:
                feed.write(rest)
            except BrokenPipeError:
                pass  # it stopped before it read the rest
            feed.close()
            output, told = process.communicate(timeout=60)
            os.remove(os.path.join(self.folder, "half.xes"))
            self.assertEqual(process.returncode, INTERRUPTED, told)
            self.assertIn("stopped by you", told)
            self.assertEqual(output, "")
            self.assertEqual(self.content(), self.before)
        self.assertFalse([name for name in os.listdir(self.folder) if name.startswith("new.")])

    def test_several_files_and_a_staff_list(self):
        staff = self.file("hr.csv", "medewerker;afdeling;fte\nJan;Bouw;0,8\n")
        result = self.veer(self.file("a.xes", xes(3, 100)), self.file("b.xes.gz", gzip.compress(
            xes(4, 102).encode())), "--staff", staff, "--json")
        self.assertEqual(result.returncode, OK, result.stderr)
        told = json.loads(result.stdout)
        self.assertEqual((told["cases"], told["events"], told["people"]), (26, 26, 1))
        self.assertEqual(told["files"][1]["cases_continued"], 1)
        self.assertEqual(told["files"][1]["events_known"], 1)
        self.assertEqual(told["staff"]["people_recognised"], 1)

    def test_says_it_in_both_languages_and_keeps_quiet_when_asked(self):
        for number, (flags, text) in enumerate(((["--lang", "nl"], "zaken"),
                                                (["--lang", "en"], "cases"))):
            result = self.veer(self.file("more.xes", xes(2, 100 + 10 * number)), *flags)
            self.assertIn(text, result.stdout)
            self.assertNotRegex(result.stdout, r"\bJan\b")
        result = self.veer(self.file("more.xes", xes(2, 200)), "--quiet")
        self.assertEqual((result.stdout, result.stderr), ("", ""))

    def test_the_real_logs(self):
        logs = os.path.join(SHARED_DATA, "logs")
        if not os.path.isdir(logs):
            self.skipTest(f"no test data in {logs}")
        for name, cases, events, activities, people in (
                # Its resources "test" and "TEST" are one person.
                ("receipt/Receipt.xes.gz", 1434, 8577, 27, 47),
                ("bpic15/BPIC15_1.xes.gz", 1199, 52217, 398, 23),
                ("bpic15/BPIC15_4.xes.gz", 1053, 47293, 356, 10),
                ("simulation/LoanApp.csv.gz", 1000, 7492, 12, 19),
                ("simulation/P2P.csv", 608, 9119, 21, 27),
                ("simulation/Production.csv", 225, 4503, 24, 46),
                ("simulation/BPIC_2012_W.csv.gz", 8616, 59302, 6, 57)):
            with self.subTest(name):
                workspace = os.path.join(self.folder, os.path.basename(name) + ".veer")
                result = self.veer(os.path.join(logs, name), "--json", workspace=workspace)
                self.assertEqual(result.returncode, OK, result.stderr)
                told = json.loads(result.stdout)
                self.assertEqual((told["cases"], told["events"], told["activities"],
                                  told["people"]), (cases, events, activities, people))


if __name__ == "__main__":
    SHARED_DATA = sys.argv.pop()
    VEER = os.path.abspath(sys.argv.pop())
    unittest.main()
