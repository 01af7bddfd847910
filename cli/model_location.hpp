// Where the language model is, and whether its files are what they should be. Functions that look at the file system;
// they may be called from any thread.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::cli {

inline constexpr std::string_view model_name = "en_core_web_sm-3.8.0";

struct ModelPlace {
    std::string origin;  // "--model", "NEWSGRAPH_MODEL", "beside the program", "the user's data"
    std::filesystem::path directory;
    bool found = false;  // holds a config.cfg
};

// The places in the order in which they are tried. A place that the user names is the only one.
std::vector<ModelPlace> model_places(const std::string& option);

// The first of model_places() that holds a model. Throws IoError that says where it looked and what mends it.
std::filesystem::path find_model(const std::string& option);

// What a user can do about a model that is missing or damaged.
std::string model_remedy();

struct FileCheck {
    std::string file;     // relative to the model's folder
    std::string problem;  // "" if it is as it should be
};

struct ModelCheck {
    std::string name;  // "en_core_web_sm-3.8.0": whose sums were compared; "" if none are known for this model
    std::vector<FileCheck> files;

    bool sound() const;
};

// Compares every file with the SHA-256 sums that `sums` has ("SUM  MODEL/FILE" lines). Which model it should be is told
// by the files themselves: the one that most of them are from.
ModelCheck check_model(const std::filesystem::path& directory, std::string_view sums);

// The sums that were compiled in: extract/data/models.sha256.
std::string_view known_sums();

}  // namespace newsgraph::cli
