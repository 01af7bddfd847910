#include "cli/model_location.hpp"

#include "cli/environment.hpp"
#include "extract/base/error.hpp"
#include "extract/base/sha256.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <sys/auxv.h>
#include <system_error>

namespace newsgraph::cli {

namespace fs = std::filesystem;

namespace {

ModelPlace place(std::string origin, const fs::path& directory) {
    std::error_code error;
    return {std::move(origin), directory, fs::is_regular_file(directory / "config.cfg", error)};
}

// The program's own file. In a chroot without /proc: what the kernel was asked to run.
fs::path program_file() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (!error) return program;
    const auto* asked = reinterpret_cast<const char*>(::getauxval(AT_EXECFN));
    const fs::path resolved = asked == nullptr ? fs::path() : fs::canonical(asked, error);
    return error ? fs::path() : resolved;
}

fs::path beside_program() {
    const fs::path program = program_file();
    if (program.empty()) return {};
    return program.parent_path().parent_path() / "share" / "newsgraph" / "models" / model_name;
}

fs::path user_data() {
    const std::string data = variable("XDG_DATA_HOME");
    const std::string home = variable("HOME");
    if (data.empty() && home.empty()) return {};
    const fs::path root = data.empty() ? fs::path(home) / ".local" / "share" : fs::path(data);
    return root / "newsgraph" / "models" / model_name;
}

std::optional<std::string> sum_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return {};
    Sha256 sum;
    std::string buffer(1 << 16, '\0');
    while (file) {
        file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        sum.update(std::string_view(buffer).substr(0, static_cast<std::size_t>(file.gcount())));
    }
    if (file.bad()) return {};
    return sum.finish();
}

struct Sum {
    std::string_view model;
    std::string_view file;
    std::string_view sum;
};

std::vector<Sum> read_sums(std::string_view text) {
    constexpr std::size_t digits = 64;
    std::vector<Sum> sums;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const auto slash = line.find('/');
        if (line.size() < digits + 2 || slash == std::string_view::npos) continue;
        sums.push_back({line.substr(digits + 2, slash - digits - 2), line.substr(slash + 1), line.substr(0, digits)});
    }
    return sums;
}

std::string problem_of(const fs::path& path, const std::optional<std::string>& found, std::string_view wanted) {
    std::error_code error;
    if (found && *found == wanted) return {};
    if (!fs::exists(path, error)) return "missing";
    if (!found) return "cannot be read";
    const auto size = fs::file_size(path, error);
    return "damaged or of another version (" + std::to_string(error ? 0 : size) + " bytes, SHA-256 " + *found + ")";
}

}  // namespace

std::vector<ModelPlace> model_places(const std::string& option) {
    if (!option.empty()) return {place("--model", option)};
    if (const std::string named = variable("NEWSGRAPH_MODEL"); !named.empty()) return {place("NEWSGRAPH_MODEL", named)};
    std::vector<ModelPlace> places;
    if (const fs::path path = beside_program(); !path.empty()) places.push_back(place("beside the program", path));
    if (const fs::path path = user_data(); !path.empty()) places.push_back(place("the user's data", path));
    return places;
}

std::string model_remedy() {
    return "run './bootstrap model' in a clone of newsgraph; 'newsgraph help model' names other ways";
}

fs::path find_model(const std::string& option) {
    std::string looked;
    for (const ModelPlace& place : model_places(option)) {
        if (place.found) return place.directory;
        looked += (looked.empty() ? "" : ", ") + place.directory.string();
    }
    if (!option.empty() || !variable("NEWSGRAPH_MODEL").empty()) {
        throw IoError(looked + ": no language model there (no file config.cfg)", model_remedy());
    }
    throw IoError("no language model found; looked in " + looked, model_remedy());
}

bool ModelCheck::sound() const {
    return !name.empty() &&
           std::all_of(files.begin(), files.end(), [](const FileCheck& file) { return file.problem.empty(); });
}

ModelCheck check_model(const fs::path& directory, std::string_view sums) {
    const std::vector<Sum> known = read_sums(sums);
    std::map<std::string_view, std::optional<std::string>> found;
    for (const Sum& sum : known) {
        if (!found.contains(sum.file)) found[sum.file] = sum_of(directory / sum.file);
    }
    std::map<std::string_view, std::size_t> agreeing;
    for (const Sum& sum : known) agreeing[sum.model] += found[sum.file] == sum.sum ? 1u : 0u;
    ModelCheck check;
    // Models share a few files with each other; one that is damaged in places still agrees in most.
    for (const auto& [model, count] : agreeing) {
        const auto files = std::count_if(known.begin(), known.end(), [&](const Sum& sum) { return sum.model == model; });
        if (2 * count > static_cast<std::size_t>(files)) check.name = model;
    }
    for (const Sum& sum : known) {
        if (sum.model == check.name) {
            check.files.push_back({std::string(sum.file), problem_of(directory / sum.file, found[sum.file], sum.sum)});
        }
    }
    return check;
}

}  // namespace newsgraph::cli
