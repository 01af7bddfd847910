// A thin skin over SQLite for the rooms of graph/: a connection and its prepared statements, closed by themselves. One
// thread. Throws IoError with the file and SQLite's reason, FormatError if the file is no database.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace newsgraph::sqlite {

class Database {
public:
    explicit Database(const std::string& path);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void run(const char* sql);
    std::int64_t number(const char* sql);  // first column of the first row
    std::int64_t last_id() const;
    bool in_transaction() const;
    bool read_only() const;
    const std::string& path() const { return path_; }

    [[noreturn]] void fail(int code) const;

private:
    friend class Query;
    friend class Savepoint;
    std::string path_;
    sqlite3* handle_ = nullptr;
};

// All or nothing: what was done since its making is undone unless it is released. Outside a transaction it is one.
class Savepoint {
public:
    explicit Savepoint(Database& database);
    ~Savepoint();
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;

    void release();

private:
    Database& database_;
    bool released_ = false;
};

// A prepared statement, to be bound, stepped and used again. The database must outlive it.
class Query {
public:
    Query(Database& database, const char* sql);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    // Parameters from 1. The text must live until the statement is reset or bound again.
    Query& bind(int index, std::string_view text);
    Query& bind(int index, std::int64_t number);
    Query& bind(int index, double number);

    bool step();   // false: no (more) rows, and the statement is ready for the next use
    void run();    // steps through to the end
    void reset();

    // Columns of the present row, from 0.
    std::string text(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;

private:
    Database& database_;
    sqlite3_stmt* handle_ = nullptr;
};

}  // namespace newsgraph::sqlite
