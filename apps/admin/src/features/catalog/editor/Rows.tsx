import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  PlusOutlined,
} from '@ant-design/icons';
import { Button, Form, type FormListFieldData } from 'antd';
import { use, useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CommentButton, commentsOn } from '../review/Comments';
import { EditorContext, useProblemsExactlyAt } from './editor-context';
import './rows.css';

interface Props {
  /** The list's path. */
  list: string;
  /** A new row. */
  fresh: unknown;
  /** The columns on a wide screen, as CSS has them. */
  columns?: string;
  children: (row: FormListFieldData) => ReactNode;
}

/**
 * The rows of a list: added, removed and moved, with the mouse or with Alt+↑/↓. The labels of the first
 * row stand over the columns; on a phone every row is a card with labels of its own.
 */
export function Rows({ list, fresh, columns, children }: Props) {
  const { t } = useTranslation();
  const place = useRef<HTMLOListElement>(null);
  const problems = useProblemsExactlyAt(list);
  const style = { '--columns': columns ?? 'minmax(0, 1fr)' } as CSSProperties;
  return (
    <Form.List name={list}>
      {(rows, { add, remove, move }) => {
        const moved = (from: number, to: number) => {
          if (to < 0 || to >= rows.length) return;
          const focused = document.activeElement;
          move(from, to);
          // The row's element is kept and put elsewhere, which takes the focus away from what is in it.
          requestAnimationFrame(() => focused instanceof HTMLElement && focused.focus());
        };
        const keyed = (index: number) => (event: KeyboardEvent) => {
          if (!event.altKey) return;
          if (event.key === 'ArrowUp') moved(index, index - 1);
          else if (event.key === 'ArrowDown') moved(index, index + 1);
          else return;
          event.preventDefault();
          event.stopPropagation();
        };
        const added = () => {
          add(structuredClone(fresh));
          requestAnimationFrame(() => {
            place.current?.lastElementChild?.querySelector<HTMLElement>('input, textarea')?.focus();
          });
        };
        return (
          <div data-field={list}>
            {problems.map((sentence) => (
              <p key={sentence} className="row-problem" role="note">
                {sentence}
              </p>
            ))}
            {rows.length === 0 && <p className="soft">{t('standardWords.noRow')}</p>}
            <ol className="rows" style={style} ref={place}>
              {rows.map((row, index) => (
                <li
                  key={row.key}
                  className="row"
                  data-field={`${list}.${row.name}`}
                  onKeyDownCapture={keyed(index)}
                >
                  <span className="row-number">{index + 1}</span>
                  <div className="row-cells">{children(row)}</div>
                  <span className="row-tools">
                    <RowComments path={`${list}.${row.name}`} />
                    <RowButton
                      words={`${t('standardWords.moveUp')} ${index + 1}`}
                      icon={<ArrowUpOutlined aria-hidden />}
                      disabled={index === 0}
                      onClick={() => moved(index, index - 1)}
                    />
                    <RowButton
                      words={`${t('standardWords.moveDown')} ${index + 1}`}
                      icon={<ArrowDownOutlined aria-hidden />}
                      disabled={index === rows.length - 1}
                      onClick={() => moved(index, index + 1)}
                    />
                    <RowButton
                      words={t('standardWords.removeRow', { count: index + 1 })}
                      icon={<DeleteOutlined aria-hidden />}
                      onClick={() => remove(row.name)}
                    />
                  </span>
                  <RowProblems path={`${list}.${row.name}`} />
                </li>
              ))}
            </ol>
            <p className="rows-foot">
              <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={added}>
                {t('standardWords.addRow')}
              </Button>
              {rows.length > 1 && <span className="soft">{t('standardWords.moveHint')}</span>}
            </p>
          </div>
        );
      }}
    </Form.List>
  );
}

interface RowButtonProps {
  words: string;
  icon: ReactNode;
  disabled?: boolean;
  onClick: () => void;
}

function RowButton({ words, ...rest }: RowButtonProps) {
  return <Button {...rest} type="text" size="small" aria-label={words} title={words} />;
}

/** What was said about the row or a part of it, by its place in the version as it was last saved. */
function RowComments({ path }: { path: string }) {
  const { comments, openComments } = use(EditorContext);
  const count = commentsOn(comments, path).length;
  return <CommentButton field={path} count={count} onOpen={openComments} />;
}

/** What is wrong with the row as a whole. */
function RowProblems({ path }: { path: string }) {
  const problems = useProblemsExactlyAt(path);
  if (problems.length === 0) return null;
  return <p className="row-problem">{problems.join(' ')}</p>;
}
