/** @type {import('next').NextConfig} */
module.exports = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  devIndicators: false,
  serverExternalPackages: ['@node-rs/argon2', 'sharp', 'pg', 'graphile-worker', '@hyzyla/pdfium', 'libphonenumber-js'],
  typescript: { ignoreBuildErrors: false },
  experimental: { optimizePackageImports: ['react-aria-components'] },
};
