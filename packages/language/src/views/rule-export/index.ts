/** Least-privilege rules for a firewall from the declared flows. */
export * from './permissions.ts';
export * from './to-nft.ts';
export * from './to-vendors.ts';
