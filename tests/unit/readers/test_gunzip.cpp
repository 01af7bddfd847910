#include "extract/readers/gunzip.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

using namespace newsgraph::readers;

namespace {

const std::string attack(
    "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\xFF\xF3\x2F\x2E\xC9\x4D\x2C\xCA\x56\x48\x2C\x29\x49\x4C\xCE\x4E"
    "\x4D\x51\x08\xCE\xCF\x49\xCC\x4B\xD1\xE3\x02\x00\x2E\x8F\xB9\x6D\x19\x00\x00\x00",
    45);
const std::string attack_text = "Ostmark attacked Soland.\n";
const std::string rain(
    "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\xFF\xF3\x2C\x51\x28\x4A\xCC\xCC\x4B\x4D\xD1\xE3\x02\x00\x3A\xF3"
    "\x68\xD9\x0B\x00\x00\x00",
    31);
const std::string rain_text = "It rained.\n";

// Unpacks data that comes in pieces of so many bytes; what went wrong stands behind what was unpacked.
std::string unpacked(const std::string& data, std::size_t piece = 1000, std::size_t room = 1000) {
    std::size_t done = std::min(data.size(), std::size_t{2});
    Gunzip gunzip(data.substr(0, done), [&](char* to, std::size_t size) {
        const std::size_t count = std::min({size, piece, data.size() - done});
        std::copy_n(data.data() + done, count, to);
        done += count;
        return count;
    });
    std::string text;
    std::string buffer(room, '\0');
    try {
        while (const std::size_t got = gunzip.read(buffer.data(), room)) text.append(buffer, 0, got);
    } catch (const GunzipError& error) {
        CHECK_THROWS_AS(gunzip.read(buffer.data(), room), GunzipError);
        return text + "| " + error.what();
    }
    CHECK(gunzip.packed_bytes() == data.size());
    return text;
}

}  // namespace

TEST_CASE("gzip data is told by its first two bytes", "[gunzip]") {
    CHECK(Gunzip::is_packed(attack));
    CHECK_FALSE(Gunzip::is_packed("\x1F"));
    CHECK_FALSE(Gunzip::is_packed(attack_text));
}

TEST_CASE("members are unpacked one behind the other, in pieces of any size", "[gunzip]") {
    for (const std::size_t piece : std::vector<std::size_t>{1, 2, 3, 7, 1000}) {
        for (const std::size_t room : std::vector<std::size_t>{1, 5, 1000}) {
            CHECK(unpacked(attack, piece, room) == attack_text);
            CHECK(unpacked(attack + rain + attack, piece, room) == attack_text + rain_text + attack_text);
            CHECK(unpacked(attack + rain + std::string(512, '\0'), piece, room) == attack_text + rain_text);
        }
    }
}

TEST_CASE("data that ends early is unpacked as far as it goes", "[gunzip]") {
    for (std::size_t size = 2; size < attack.size(); ++size) {
        const std::string text = unpacked(attack.substr(0, size));
        const std::string message = "| its gzip data ends too early, after byte " + std::to_string(size);
        INFO(text);
        REQUIRE(text.ends_with(message));
        CHECK(attack_text.starts_with(text.substr(0, text.size() - message.size())));
    }
    CHECK(unpacked(attack + rain.substr(0, 10)).starts_with(attack_text + "| its gzip data ends too early"));
}

TEST_CASE("damage is told with its place", "[gunzip]") {
    std::string wrong_sum = attack;
    wrong_sum[wrong_sum.size() - 8] ^= 1;
    CHECK(unpacked(wrong_sum) == attack_text + "| damaged gzip data at byte 41 (incorrect data check)");
    std::string wrong_length = attack;
    wrong_length[wrong_length.size() - 4] ^= 1;
    CHECK(unpacked(wrong_length) == attack_text + "| damaged gzip data at byte 45 (incorrect length check)");
    CHECK(unpacked(attack + "text behind") == attack_text + "| something else stands behind its gzip data, at byte 46");
    for (std::size_t i = 2; i < attack.size(); ++i) {
        std::string damaged = attack;
        damaged[i] ^= 0x55;
        unpacked(damaged, 3, 5);  // whatever comes out, it ends
    }
}

TEST_CASE("a source that throws may be asked again", "[gunzip]") {
    std::size_t done = 0;
    bool ready = false;
    Gunzip gunzip("", [&](char* to, std::size_t size) {
        ready = !ready;
        if (!ready) throw std::runtime_error("interrupted");
        const std::size_t count = std::min({size, std::size_t{9}, attack.size() - done});
        std::copy_n(attack.data() + done, count, to);
        done += count;
        return count;
    });
    std::string text;
    std::string buffer(100, '\0');
    for (bool more = true; more;) {
        try {
            const std::size_t got = gunzip.read(buffer.data(), buffer.size());
            text.append(buffer, 0, got);
            more = got > 0;
        } catch (const std::runtime_error& error) {
            REQUIRE(std::string(error.what()) == "interrupted");
        }
    }
    CHECK(text == attack_text);
}
