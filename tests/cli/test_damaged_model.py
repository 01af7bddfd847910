#!/usr/bin/env python3
"""A language model that is missing, cut off, of another version or kind: a message that names the file, what is wrong and
what mends it, from every command that needs the model; and no output."""

import pathlib
import shutil

from sandbox import CommandLineTest, main

REMEDY = "; run './bootstrap model' in a clone of newsgraph; 'newsgraph help model' names other ways\n"


class DamagedModel(CommandLineTest):
    def setUp(self):
        super().setUp()
        # Links, so that a copy costs nothing; what is damaged becomes a file of its own.
        self.copy = self.sandbox.folder / "model"
        shutil.copytree(self.model, self.copy, copy_function=lambda source, to: pathlib.Path(to).symlink_to(source))

    def change(self, name, change):
        path = self.copy / name
        data = path.read_bytes()
        path.unlink()
        if change is not None:
            path.write_bytes(change(data))

    def replace(self, name, old, new):
        self.assertIn(old, (self.copy / name).read_bytes())
        self.change(name, lambda data: data.replace(old, new, 1))

    def check(self, message, commands=("extract seeds",)):
        """The one line that each command prints; `message` is a part of it."""
        for command in commands:
            out, err = self.run_program(f"newsgraph {command} --model model", status=1)
            self.assertIn(message, err)
            self.assertTrue(err.startswith("newsgraph: model"), err)
            self.assertTrue(err.endswith(REMEDY), err)
            self.assertEqual(err.count("\n"), 1, err)
            if command != "model":
                self.assertEqual(out, "")
        self.assertFalse((self.sandbox.folder / "g.dot").exists())

    def files(self):
        """Those that hold what the program needs."""
        return ["attribute_ruler/patterns", "config.cfg", "lemmatizer/lookups/lookups.bin", "meta.json", "ner/model",
                "ner/moves", "parser/model", "parser/moves", "tagger/cfg", "tagger/model", "tok2vec/model", "tokenizer",
                "vocab/lookups.bin"]

    def test_files_that_are_missing(self):
        for name in self.files()[2:4] + self.files()[-2:]:
            with self.subTest(name):
                self.setUp()
                self.change(name, None)
                self.check(f"model/{name}: cannot be read")

    def test_files_that_end_early(self):
        for name in self.files():
            with self.subTest(name):
                self.setUp()
                self.change(name, lambda data: data[: len(data) // 2])
                self.check(f"model/{name}")

    def test_files_of_noise(self):
        noise = bytes((i * 7 + i // 251) % 256 for i in range(5000))
        for name in self.files():
            with self.subTest(name):
                self.setUp()
                self.change(name, lambda data: noise)
                self.check(f"model/{name}")

    def test_another_version(self):
        self.replace("meta.json", b'"version":"3.8.0"', b'"version":"2.3.1"')
        self.check("model/meta.json: ", ("annotate seeds", "extract seeds", "build seeds -o g.dot", "model"))
        self.check("2.3.1")

    def test_another_language(self):
        self.replace("config.cfg", b'lang = "en"', b'lang = "de"')
        self.check("model/config.cfg: 'nlp.lang' is \"de\", expected \"en\"")

    def test_an_architecture_that_is_not_known(self):
        self.replace("config.cfg", b"spacy.MaxoutWindowEncoder.v2", b"spacy.MishWindowEncoder.v2")
        self.check("model/config.cfg: ")
        self.check("spacy.MishWindowEncoder.v2")

    def test_a_pipeline_of_transformers(self):
        self.replace("config.cfg", b'pipeline = ["tok2vec",', b'pipeline = ["transformer",')
        self.check("model/config.cfg: ")

    def test_one_bit_is_found_by_verifying(self):
        self.change("ner/model", lambda data: data[:2_000_000] + bytes([data[2_000_000] ^ 1]) + data[2_000_001:])
        out, err = self.run_program("newsgraph model --model model", status=1)
        self.assertIn("  ner/model: damaged or of another version (", out)
        self.assertIn("newsgraph: model/ner/model: damaged or of another version (", err)
        self.assertTrue(err.endswith(REMEDY))

    def test_nowhere(self):
        """Without a name the program looks beside itself and in the user's data."""
        program = self.sandbox.folder / "prefix" / "bin" / "newsgraph"
        program.parent.mkdir(parents=True)
        shutil.copy(self.program, program)
        out, err = self.run_program(f"{program} extract seeds", status=1, NEWSGRAPH_MODEL="")
        beside = self.sandbox.folder / "prefix/share/newsgraph/models/en_core_web_sm-3.8.0"
        own = self.sandbox.folder / ".local/share/newsgraph/models/en_core_web_sm-3.8.0"
        self.assertEqual((out, err), ("", f"newsgraph: no language model found; looked in {beside}, {own}{REMEDY}"))
        own.parent.mkdir(parents=True)
        own.symlink_to(self.model)
        self.run_program(f"{program} extract seeds", NEWSGRAPH_MODEL="")
        out, _ = self.run_program(f"{program} model", NEWSGRAPH_MODEL="")
        self.assertIn(f"  {own}  (the user's data): used\n", out)


if __name__ == "__main__":
    main(needs_model=True)
