#include "extract/readers/files.hpp"

#include "extract/base/error.hpp"
#include "extract/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

namespace newsgraph::readers {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::pair<std::string_view, InputFormat>, 7> suffixes = {{{".txt", InputFormat::text},
                                                                               {".text", InputFormat::text},
                                                                               {".md", InputFormat::markdown},
                                                                               {".markdown", InputFormat::markdown},
                                                                               {".jsonl", InputFormat::json_lines},
                                                                               {".ndjson", InputFormat::json_lines},
                                                                               {".json", InputFormat::json}}};

constexpr std::string_view packed = ".gz";  // behind each of these

InputFile file(const std::string& path, std::optional<InputFormat> format) {
    std::error_code error;
    const auto size = fs::is_regular_file(path, error) ? fs::file_size(path, error) : 0;
    return {path, tidy_path(path), error ? 0 : size, format ? format : input_format_of_suffix(path)};
}

// "README.md" and the like tell of the folder; they are no article in it.
bool about_the_folder(const fs::path& path) {
    const fs::path unpacked = utf8::ascii_lower(path.extension().native()) == packed ? path.stem() : path.filename();
    return utf8::ascii_lower(unpacked.stem().native()) == "readme";
}

std::vector<InputFile> files_in(const std::string& folder, std::optional<InputFormat> format, bool any_suffix) {
    std::vector<InputFile> found;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const bool hidden = it->path().filename().native().starts_with('.');
        if (hidden) it.disable_recursion_pending();
        const bool wanted = any_suffix || input_format_of_suffix(it->path().native());
        std::error_code ignored;
        if (hidden || !wanted || about_the_folder(it->path()) || !it->is_regular_file(ignored)) continue;
        found.push_back(file(it->path().native(), format));
    }
    if (error) throw IoError(folder + ": cannot be listed: " + error.message());
    if (found.empty()) {
        throw IoError(folder + ": no articles in this folder",
                      any_suffix ? "" : "files named .txt, .md, .jsonl or .json (or these with .gz) are looked for, in its sub-folders too");
    }
    std::sort(found.begin(), found.end(), [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
    return found;
}

}  // namespace

std::optional<InputFormat> input_format_named(std::string_view name) {
    if (name == "text") return InputFormat::text;
    if (name == "md") return InputFormat::markdown;
    if (name == "jsonl") return InputFormat::json_lines;
    if (name == "json") return InputFormat::json;
    return {};
}

std::optional<InputFormat> input_format_of_suffix(std::string_view path) {
    std::string name = utf8::ascii_lower(path);
    if (name.ends_with(packed)) name.resize(name.size() - packed.size());
    for (const auto& [suffix, format] : suffixes) {
        if (name.ends_with(suffix)) return format;
    }
    return {};
}

std::string tidy_path(std::string_view path) {
    std::string result = path.starts_with('/') ? "/" : "";
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        begin = end + 1;
        if (part.empty() || part == ".") continue;
        if (!result.empty() && result.back() != '/') result += '/';
        result += part;
    }
    return result.empty() ? "." : result;
}

std::vector<InputFile> expand_inputs(const std::vector<std::string>& inputs, std::optional<InputFormat> format,
                                     bool any_suffix) {
    std::vector<InputFile> files;
    bool standard_input = false;
    for (const std::string& input : inputs) {
        if (input == "-") {
            if (standard_input) throw IoError("'-' is named twice: standard input can be read only once");
            standard_input = true;
            files.push_back({"-", "-", 0, format});
            continue;
        }
        if (input.empty()) throw IoError("'' names no file");
        std::error_code error;
        const auto status = fs::status(input, error);
        if (status.type() == fs::file_type::not_found) throw IoError(input + ": no such file or folder");
        if (error) throw IoError(input + ": " + error.message());
        if (!fs::is_directory(status)) {
            files.push_back(file(input, format));
            continue;
        }
        for (InputFile& found : files_in(input, format, any_suffix)) files.push_back(std::move(found));
    }
    return files;
}

}  // namespace newsgraph::readers
