// A pipeline's config.cfg: INI sections whose values are JSON, with ${section.key} references. Keys are full names,
// "components.parser.model.hidden_width"; a map written inline means the same as a section. Immutable once read.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::nlp {

class Config {
public:
    // `path` names the file in messages. Throws FormatError with the line for text that is not of this form.
    Config(std::string_view text, std::string path);

    // Whether the key is there and not null.
    bool has(std::string_view key) const;

    // Each throws FormatError, naming file and key, if the key is missing or its value is of another kind.
    std::string text(std::string_view key) const;
    std::size_t size(std::string_view key) const;
    std::size_t positive(std::string_view key) const;  // a size that is not 0
    bool boolean(std::string_view key) const;
    std::vector<std::string> texts(std::string_view key) const;
    std::vector<std::size_t> sizes(std::string_view key) const;

    // Throws FormatError unless the value is the text `expected`.
    void require(std::string_view key, std::string_view expected) const;

    const std::string& path() const { return path_; }

private:
    void add(const std::string& key, const std::string& json, std::size_t line);
    const std::string& value(std::string_view key) const;
    [[noreturn]] void fail(std::string_view key, std::string_view expected) const;

    std::string path_;
    std::map<std::string, std::string, std::less<>> values_;  // JSON texts; references are resolved when read
};

}  // namespace newsgraph::nlp
