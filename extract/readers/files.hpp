// Which files an input names, and what they are called in documents' ids.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::readers {

enum class InputFormat { text, markdown, json_lines, json };

// Names for --input-format: text, md, jsonl, json.
std::optional<InputFormat> input_format_named(std::string_view name);
// ".txt.gz" is as ".txt".
std::optional<InputFormat> input_format_of_suffix(std::string_view path);

struct InputFile {
    std::string path;  // to open; "-" is standard input
    std::string name;  // as it was named, without "./" and "//"
    std::uint64_t size = 0;
    std::optional<InputFormat> format;  // empty: by content
};

// Without "." parts and empty ones: "./seeds//a.txt" is "seeds/a.txt".
std::string tidy_path(std::string_view path);

// Files as they are; folders as the files in them whose suffix is known, sorted by the bytes of their paths, without
// hidden ones, without README files and without following links to folders. Throws IoError for what is not there, for a
// folder without articles, and for a second "-".
std::vector<InputFile> expand_inputs(const std::vector<std::string>& inputs, std::optional<InputFormat> format,
                                     bool any_suffix);

}  // namespace newsgraph::readers
