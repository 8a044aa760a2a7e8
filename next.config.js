/** @type {import('next').NextConfig} */
module.exports = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  devIndicators: false,
  serverExternalPackages: ['@node-rs/argon2', 'sharp', 'pg', 'graphile-worker', '@hyzyla/pdfium', 'libphonenumber-js'],
  // Types are checked by `npm run typecheck`, a step of its own in `npm test`; the demo's build need not do it again.
  typescript: { ignoreBuildErrors: true },
  experimental: { optimizePackageImports: ['react-aria-components'] },
};
