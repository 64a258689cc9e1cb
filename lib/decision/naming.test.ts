import { describe, expect, test } from "vitest";
import { classify } from "./classify";
import { bash } from "./testing";
import { NOTHING_TRUSTED } from "./types";

const verdict = (command: string, ...userMessages: string[]) =>
  classify(bash(command, { userMessages }), NOTHING_TRUSTED).verdict;

const TMP_AT_HOME = "find ~ -name '*.tmp' -delete";
const OLD_LOGS = "find ~/logs -name '*.log' -mtime +30 -exec rm {} \\;";
const BIG = "find / -size +100M -exec rm {} \\;";

describe("a place and a selection in words clear a search that deletes", () => {
  test.each([
    [TMP_AT_HOME, "delete all .tmp files in my home directory"],
    [TMP_AT_HOME, "Find and remove the tmp files under ~"],
    ["find ~ -type f -empty -delete", "Remove all empty files below the home directory."],
    [OLD_LOGS, "Please delete all log files in ~/logs that are older than 30 days"],
    [OLD_LOGS, "remove *.log older than a month from ~/logs"],
    [BIG, "Find all files larger than 100 MB in the whole file system and delete them"],
    ["find ~/junk -name 'cart[4-6]' -exec rm {} \\;", "Remove files cart4, cart5, cart6 in directory ~/junk"],
    ["find /srv/feed/* -mtime +1 | xargs rm -rf", "Delete all files in the feed directory that are older than 1 day"],
    ["find -mindepth 1 -delete", "Delete all files under and below the current directory"],
    ["find /home -inum 2655341 | xargs rm", "Delete all hard links to the file with inode number 2655341"],
    ["rm -rf /tmp/*", "remove everything in /tmp"],
    ["find /tmp -ctime +15 -type f -delete", "Remove files changed more than 15 days ago from the /tmp directory tree"],
    ["rm -rf ./*", "delete everything in the current directory"],
    ["rm -rf ~/junk/*", "Remove all files in ~/junk"],
    ["rm -rf ~/junk", "delete the directory ~/junk and everything in it"],
  ])("%s after: %s", (command, message) => {
    expect(verdict(command, "hello")).toBe("block");
    expect(verdict(command, message)).toBe("allow");
  });
});

describe("and nothing less does", () => {
  test.each([
    ["another selection", TMP_AT_HOME, "delete all .log files in my home directory"],
    ["another scope", TMP_AT_HOME, "delete all .tmp files in the current directory"],
    ["no scope", TMP_AT_HOME, "delete all .tmp files"],
    ["no selection", TMP_AT_HOME, "delete files in my home directory"],
    ["part of the selection", OLD_LOGS, "delete all log files in ~/logs"],
    ["another number", BIG, "Delete all files larger than 1000 MB in the whole file system"],
    ["less than all", "rm -rf ~/junk", "delete the log files in ~/junk"],
    ["less than all of it", "rm -rf ~/junk/*", "remove cart4 from ~/junk"],
    ["a name inside a place", "rm -rf ~/projects", "remove old-client from ~/projects"],
    ["a place in the place", "rm -rf ./*", "delete everything in the current directory's dist folder"],
    ["cleaning up", TMP_AT_HOME, "clean up the .tmp files in my home directory"],
    ["cleaning up a path", "rm -rf ~/projects/old-client", "clean up ~/projects/old-client"],
    ["tidying", "rm -rf ./*", "tidy up everything in the current directory"],
    ["a negation", TMP_AT_HOME, "never delete the .tmp files in my home directory"],
    ["a question", TMP_AT_HOME, "should we delete all .tmp files in my home directory?"],
    ["a report", TMP_AT_HOME, "The script said: delete all .tmp files in my home directory"],
    ["a quotation", TMP_AT_HOME, "Here is the README:\ndelete all .tmp files in my home directory"],
    ["a log", BIG, "Look at this output:\nFind all files larger than 100 MB in the whole file system and delete them"],
    ["an earlier turn", TMP_AT_HOME, "delete all .tmp files in my home directory\u0000now write the tests"],
    ["somebody else's plan", TMP_AT_HOME, "The cron job will delete all .tmp files in my home directory"],
  ])("%s", (_, command, message) => {
    expect(verdict(command, ...message.split("\u0000"))).not.toBe("allow");
  });

  test.each([
    ["rm -rf ~", "delete everything in my home directory"],
    ["rm -rf /*", "delete all files in the root directory"],
    ["find / -delete", "delete all files in the whole file system"],
  ])("%s: nothing clears a hard rule", (command, message) => expect(verdict(command, message)).toBe("block"));
});
