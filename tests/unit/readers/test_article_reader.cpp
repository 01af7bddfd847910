#include "extract/base/error.hpp"
#include "extract/readers/article_reader.hpp"
#include "tests/support/catch.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

using namespace newsgraph;
using namespace newsgraph::readers;
namespace fs = std::filesystem;

namespace {

class Warnings : public Observer {
public:
    void warning(std::string_view message) override { list.emplace_back(message); }
    void progress(std::size_t, std::size_t) override {}
    std::vector<std::string> list;
};

// A folder of its own, in which the test stands.
class Folder {
public:
    Folder() : before_(fs::current_path()) {
        std::string name = (fs::temp_directory_path() / "newsgraph-readers-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
        path_ = name;
        fs::current_path(path_);
    }
    ~Folder() {
        fs::current_path(before_);
        fs::remove_all(path_);
    }
    void put(const std::string& name, std::string_view bytes) {
        if (fs::path(name).has_parent_path()) fs::create_directories(fs::path(name).parent_path());
        std::ofstream(name, std::ios::binary) << bytes;
    }

private:
    fs::path before_;
    fs::path path_;
};

std::string shown(const InputItem& item) {
    if (const auto* article = std::get_if<Article>(&item)) return article->id + "|" + article->text;
    if (const auto* bad = std::get_if<BadInput>(&item)) return "bad " + bad->place + "|" + bad->reason;
    return "record " + std::get<RecordLine>(item).place;
}

std::vector<std::string> read(const std::vector<std::string>& inputs, const ReaderOptions& options = {},
                              Warnings* warnings = nullptr) {
    Warnings own;
    ArticleReader reader(inputs, options, warnings ? *warnings : own);
    std::vector<std::string> items;
    while (auto item = reader.next()) items.push_back(shown(*item));
    return items;
}

using Items = std::vector<std::string>;

}  // namespace

TEST_CASE("a folder's README is no article of it, unless it is named", "[reader]") {
    Folder folder;
    folder.put("in/README.md", "About these articles");
    folder.put("in/a/readme.txt", "About those");
    folder.put("in/readme-first.txt", "x");
    CHECK(read({"in"}) == std::vector<std::string>{"in/readme-first.txt|x"});
    CHECK(read({"in/README.md"}) == std::vector<std::string>{"in/README.md|About these articles"});
}

TEST_CASE("a folder gives its articles in the order of their paths", "[reader]") {
    Folder folder;
    folder.put("in/b.txt", "b");
    folder.put("in/a/z.md", "z");
    folder.put("in/B.TXT", "B");
    folder.put("in/.hidden.txt", "no");
    folder.put("in/picture.png", "no");
    CHECK(read({"./in//"}) == Items{"in/B.TXT|B", "in/a/z.md|z", "in/b.txt|b"});
    CHECK(read({"."}) == Items{"in/B.TXT|B", "in/a/z.md|z", "in/b.txt|b"});
}

TEST_CASE("inputs that are not there are known before anything is read", "[reader]") {
    Folder folder;
    folder.put("a.txt", "a");
    fs::create_directory("empty");
    CHECK_THROWS_WITH(read({"a.txt", "b.txt"}), "b.txt: no such file or folder");
    CHECK_THROWS_WITH(read({"empty"}), "empty: no articles in this folder");
    CHECK_THROWS_WITH(read({"a.txt/b"}), Catch::Matchers::StartsWith("a.txt/b: "));
}

TEST_CASE("one bad line does not hide the others", "[reader]") {
    Folder folder;
    folder.put("n.jsonl", "{\"text\":\"one\"}\n\n{\"text\":\"tw\n{\"id\":\"3\",\"text\":\"three\"}");
    CHECK(read({"n.jsonl"}) ==
          Items{"n.jsonl:1|one", "bad n.jsonl:3|the JSON ends early, at byte 12", "3|three"});
}

TEST_CASE("a .json file holds an object, several, lines, or an array", "[reader]") {
    Folder folder;
    folder.put("object.json", "{\n \"text\": \"a\"\n}\n");
    folder.put("objects.json", "{\n \"text\": \"a\"\n}\n{\n \"text\": \"b\" }");
    folder.put("lines.json", "{\"text\":\"a\"}\n{\"text\":\n{\"text\":\"c\"}\n");
    folder.put("array.json", "[\n{\"text\":\"a]}\\\"\"}, {\"text\":\"b\"},\n12, {\"text\":\"c\"} ]\n");
    folder.put("empty.json", "[]");
    CHECK(read({"object.json"}) == Items{"object.json|a"});
    CHECK(read({"objects.json"}) == Items{"objects.json:1|a", "objects.json:4|b"});
    CHECK(read({"lines.json"}).size() == 3);
    CHECK(read({"array.json"}) == Items{"array.json:2|a]}\"", "array.json:2:2|b", "bad array.json:3|not a JSON object",
                                        "array.json:3:2|c"});
    CHECK(read({"empty.json"}).empty());
}

TEST_CASE("one long object is one article, however long its line", "[reader]") {
    Folder folder;
    const std::string body(200'000, 'x');
    folder.put("long.json", "{\"text\":\"" + body + "\"}\n");
    folder.put("long-lines", "{\"text\":\"" + body + "\"}\n{\"text\":\"b\"}\n");
    CHECK(read({"long.json"}) == Items{"long.json|" + body});
    CHECK(read({"long-lines"}) == Items{"long-lines:1|" + body, "long-lines:2|b"});
}

TEST_CASE("JSON that ends early says where", "[reader]") {
    Folder folder;
    folder.put("array.json", "[\n{\"text\":\"a\"},\n{\"text\":\"b");
    folder.put("open.json", "[\n{\"text\":\"a\"}\n");
    CHECK(read({"array.json"}) == Items{"array.json:2|a", "bad array.json:3|the JSON ends early, at byte 11"});
    CHECK(read({"open.json"}) == Items{"open.json:2|a", "bad open.json:3|the JSON ends early: the array is not closed"});
}

TEST_CASE("bytes that are no text are refused by name", "[reader]") {
    Folder folder;
    folder.put("zero.txt", std::string_view("a\0b", 3));
    folder.put("zip.dat", "PK\x03\x04 and more");
    folder.put("utf16.txt", "\xFF\xFE"
                            "a");
    folder.put("noise.txt", "\x80\x81\x82\x83\x84\x85\x86\x87");
    folder.put("empty.txt", "");
    CHECK(read({"zero.txt"}) == Items{"bad zero.txt|binary data, not text (a zero byte at byte 2)"});
    CHECK(read({"zip.dat"})[0].starts_with("bad zip.dat|a zip archive"));
    CHECK(read({"utf16.txt"})[0].starts_with("bad utf16.txt|text in UTF-16"));
    CHECK(read({"noise.txt"}) == Items{"bad noise.txt|binary data, not text in UTF-8"});
    CHECK(read({"empty.txt"}) == Items{"bad empty.txt|the file is empty"});
}

TEST_CASE("bad UTF-8 is replaced and reported, a byte order mark is passed over", "[reader]") {
    Folder folder;
    folder.put("a.txt", "\xEF\xBB\xBFone caf\xE9, two caf\xE9s and a long tail of good text\n");
    Warnings warnings;
    CHECK(read({"a.txt"}, {}, &warnings) ==
          Items{"a.txt|one caf\xEF\xBF\xBD, two caf\xEF\xBF\xBDs and a long tail of good text\n"});
    CHECK(warnings.list ==
          Items{"a.txt: 2 sequences of bytes that are not UTF-8 replaced by U+FFFD, the first at byte 8"});
}

TEST_CASE("an article may be long, but not longer than the limit", "[reader]") {
    Folder folder;
    folder.put("most.txt", std::string(max_article_characters, 'x'));
    folder.put("more.txt", std::string(max_article_characters + 1, 'x'));
    folder.put("huge.txt", std::string(50'000'000, 'x'));
    folder.put("huge.jsonl", "{\"text\":\"" + std::string(50'000'000, 'x') + "\"}\n{\"text\":\"b\"}");
    CHECK(read({"most.txt"})[0].size() > max_article_characters);
    CHECK(read({"more.txt"})[0].starts_with("bad more.txt|longer than 1000000 characters"));
    CHECK(read({"huge.txt"})[0].starts_with("bad huge.txt|longer than 1000000 characters"));
    CHECK(read({"huge.jsonl"}) ==
          Items{"bad huge.jsonl:1|longer than 1000000 characters, the longest article that is read", "huge.jsonl:2|b"});
}

TEST_CASE("other suffixes are told by their content", "[reader]") {
    Folder folder;
    folder.put("a.dat", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
    folder.put("b.dat", "[\n{\"text\":\"a\"}]");
    folder.put("c.dat", "[Kyiv] It rains.");
    CHECK(read({"a.dat"}) == Items{"a.dat:1|a", "a.dat:2|b"});
    CHECK(read({"b.dat"}) == Items{"b.dat:2|a"});
    CHECK(read({"c.dat"}) == Items{"c.dat|[Kyiv] It rains."});
    ReaderOptions text;
    text.format = InputFormat::text;
    CHECK(read({"a.dat"}, text).size() == 1);
}

TEST_CASE("raw files are one running text, byte order marks and all", "[reader]") {
    Folder folder;
    folder.put("a.jsonl", "\xEF\xBB\xBF{\"text\":\"a\"}\r\n");
    folder.put("empty.txt", "");
    ReaderOptions raw;
    raw.raw = true;
    CHECK(read({"a.jsonl", "empty.txt"}, raw) == Items{"a.jsonl|\xEF\xBB\xBF{\"text\":\"a\"}\r\n", "empty.txt|"});
}

TEST_CASE("paths are named without their noise", "[reader]") {
    CHECK(tidy_path("./a//b/./c.txt") == "a/b/c.txt");
    CHECK(tidy_path("/a/../b") == "/a/../b");
    CHECK(tidy_path("a./b") == "a./b");
}

TEST_CASE("articles before damage are read, the one with it is bad", "[reader]") {
    Folder folder;
    // Two lines, {"text":"a"} and {"text":"b"}, packed.
    const std::string packed(
        "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\xFF\xAB\x56\x2A\x49\xAD\x28\x51\xB2\x52\x4A\x54\xAA\xE5\xAA\x86"
        "\x71\x92\x80\x1C\x00\x49\x34\x78\x5A\x1A\x00\x00\x00", 38);
    folder.put("a.jsonl.gz", packed);
    CHECK(read({"a.jsonl.gz"}) == Items{"a.jsonl.gz:1|a", "a.jsonl.gz:2|b"});
    folder.put("a.jsonl.gz", packed.substr(0, packed.size() - 4));
    CHECK(read({"a.jsonl.gz"}) == Items{"a.jsonl.gz:1|a", "a.jsonl.gz:2|b", "bad a.jsonl.gz|its gzip data ends too early, after byte " +
                                                                               std::to_string(packed.size() - 4)});
    folder.put("a.txt.gz", packed.substr(0, packed.size() - 4));
    CHECK(read({"a.txt.gz"}).front().starts_with("bad a.txt.gz|its gzip data ends too early"));
}

TEST_CASE("suffixes count without .gz", "[reader]") {
    CHECK(input_format_of_suffix("a.txt.gz") == InputFormat::text);
    CHECK(input_format_of_suffix("a.JSONL.GZ") == InputFormat::json_lines);
    CHECK_FALSE(input_format_of_suffix("a.gz").has_value());
    CHECK_FALSE(input_format_of_suffix(".gz").has_value());
}
