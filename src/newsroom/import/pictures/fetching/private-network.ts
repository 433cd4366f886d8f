/** Addresses of machines that only their own network reaches: an archive may not have this machine ask there. */
import { BlockList, isIP } from "node:net";

/** https://www.iana.org/assignments/iana-ipv4-special-registry/, …/iana-ipv6-special-registry/ */
const ranges = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
  ["::", 127],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["fc00::", 7],
  ["fec0::", 10],
  ["ff00::", 8],
] as const;

/** What machines say of themselves to those who run on them, passwords among it: nobody's old site is there. */
const linkLocal = [
  ["169.254.0.0", 16],
  ["fe80::", 10],
] as const;

const never = listOf(linkLocal);
const apart = listOf([...ranges, ...linkLocal]);

function listOf(subnets: readonly (readonly [net: string, prefix: number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, net.includes(":") ? "ipv6" : "ipv4");
  return list;
}

/**
 * Whether a machine may be asked.
 *
 * @param address an IP address
 * @param isOwn whether it is the archive's own site, which may be on a network of one's own
 */
export function mayAsk(address: string, isOwn: boolean): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  return !(isOwn ? never : apart).check(address, family === 6 ? "ipv6" : "ipv4");
}
