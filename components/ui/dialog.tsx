'use client';

import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button';
import { classes } from './classes';

type Props = {
  title: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
  /** The buttons, the one that goes on last. */
  actions?: ReactNode;
  wide?: boolean;
  /** False: only an answer closes it, and what is behind cannot be read (a locked screen). */
  dismissable?: boolean;
  closeWords?: string;
  /** Spoken at once: something is about to happen by itself. */
  alert?: boolean;
};

/** A dialog over the page. Focus stays inside and returns where it was; Esc closes it if it may be closed. */
export function Dialog({ title, open, onOpenChange, children, actions, wide = false, dismissable = true, closeWords = 'Close', alert = false }: Props) {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={onOpenChange}
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!dismissable}
      className={classes('fixed inset-0 z-40 flex items-start justify-center overflow-y-auto p-4 pt-[10vh]', dismissable ? 'bg-[rgb(0_0_0/0.4)]' : 'bg-ground')}
    >
      <Modal className={classes('w-full border border-ctl-line bg-surface shadow-open rounded-3', wide ? 'max-w-[720px]' : 'max-w-[480px]')}>
        <AriaDialog role={alert ? 'alertdialog' : 'dialog'} className="outline-none">
          <div className="flex items-center justify-between gap-3 border-b px-4 py-2.5">
            <Heading slot="title" className="text-section font-semibold">
              {title}
            </Heading>
            {dismissable && (
              <Button kind="text" size="small" onClick={() => onOpenChange(false)}>
                {closeWords}
              </Button>
            )}
          </div>
          <div className="px-4 py-3">{children}</div>
          {actions && <div className="flex flex-wrap items-center justify-end gap-3 border-t border-line-strong px-4 py-2.5">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
