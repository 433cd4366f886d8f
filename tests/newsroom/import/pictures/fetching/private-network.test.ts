import { describe, expect, test } from "vitest";
import { mayAsk } from "../../../../../src/newsroom/import/pictures/fetching/private-network.ts";

describe("a machine", () => {
  test.for(["93.184.215.14", "8.8.8.8", "172.32.0.1", "2606:2800:21f:cb07::1"])(
    "%s is of the web",
    (address) => {
      expect(mayAsk(address, false)).toBe(true);
    },
  );

  test.for([
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "0.0.0.0",
    "255.255.255.255",
    "::1",
    "::",
    "fd00::1",
    "::ffff:10.0.0.1",
  ])("%s is on a private network, and is asked where it is the archive's own site", (address) => {
    expect(mayAsk(address, false)).toBe(false);
    expect(mayAsk(address, true)).toBe(true);
  });

  test.for(["169.254.169.254", "fe80::1", "::ffff:169.254.169.254", "host", ""])(
    "%s is never asked",
    (address) => {
      expect(mayAsk(address, true)).toBe(false);
    },
  );
});
