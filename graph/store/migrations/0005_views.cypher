// Views that visitors shared, each under the digest of what it shows, and the names that they were saved by.
CREATE CONSTRAINT kept_view_id IF NOT EXISTS FOR (view:KeptView) REQUIRE view.id IS UNIQUE;
CREATE CONSTRAINT named_view_key IF NOT EXISTS FOR (named:NamedView) REQUIRE named.key IS UNIQUE;
