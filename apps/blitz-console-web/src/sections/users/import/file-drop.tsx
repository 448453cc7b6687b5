import { FileInput } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { useUsersWords } from '../words.ts';
import classes from './file-drop.module.css';

/** A field for a file, on which one can also be dropped. */
export function FileDrop({ file, choose, error }: { readonly file: File | null; readonly choose: (file: File | null) => void; readonly error: string | undefined }) {
  const { imports } = useUsersWords();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped !== undefined) choose(dropped);
  };
  return (
    <div
      className={classes['drop']}
      data-over={over ? '' : undefined}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => { setOver(false); }}
      onDrop={drop}
    >
      <FileInput
        label={imports.file}
        placeholder={imports.choose}
        accept=".csv,.tsv,.txt,text/csv"
        clearable={false}
        value={file}
        onChange={choose}
        error={error}
        leftSection={<IconFileSpreadsheet size={18} aria-hidden="true" />}
      />
    </div>
  );
}
