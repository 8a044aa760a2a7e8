'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useState } from 'react';
import { FileDrop, type Upload } from '@/components/forms/file-drop';
import { uploadFile } from '@/components/forms/upload-file';
import { Segmented } from '@/components/ui/segmented';
import { paths } from '@/lib/paths';
import { CHANNEL_WORDS, uploadRefusalWords } from '@/lib/scan-in/labels';
import { SCAN_CHANNELS, type ScanChannel } from '@/lib/scan-in/schema';

const ENDINGS = '.pdf,.jpg,.jpeg,.png,.webp,.tif,.tiff';

/** Scans go up one by one, each with its progress; what cannot be taken says why. */
export function ScanDrop() {
  const router = useRouter();
  const [channel, setChannel] = useState<ScanChannel>('mail');
  const upload: Upload = (file, onShare, signal) => uploadFile(paths.scans, file, { 'x-file-name': encodeURIComponent(file.name), 'x-scan-channel': channel }, onShare, signal);
  return (
    <div className="grid gap-2">
      <div className="flex items-center gap-2">
        <span className="text-ink-2">It came by</span>
        <Segmented label="It came by" options={SCAN_CHANNELS.map((value) => ({ value, words: CHANNEL_WORDS[value] }))} value={channel} onChange={setChannel} />
      </div>
      <FileDrop label="Scanned file" name="scan" hint="PDF, TIFF, JPEG, PNG or WebP, up to 15 MB and 20 pages." accept={ENDINGS} upload={upload} onSent={() => startTransition(() => router.refresh())} words={{ failed: uploadRefusalWords }} />
    </div>
  );
}
