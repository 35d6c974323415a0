import { Form, type FormItemProps } from 'antd';
import { use, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CommentButton, commentsOn } from '../review/Comments';
import { fieldWords } from '../standard/words';
import { EditorContext, useProblemsAt } from './editor-context';

interface FieldProps extends Pick<FormItemProps, 'getValueProps' | 'normalize' | 'className'> {
  /** Dotted path into the content. */
  path: string;
  label?: ReactNode;
  /** A further path whose problems are shown here. */
  also?: string;
  extra?: ReactNode;
  children: ReactElement;
}

/** A field of the standard with what the server says of it, and what people said about it. */
export function Field({ path, label, also, children, ...rest }: FieldProps) {
  const { t } = useTranslation();
  const { comments, openComments } = use(EditorContext);
  const said = useProblemsAt(path);
  const more = useProblemsAt(also ?? path);
  const problems = [...new Set([...said, ...more])];
  return (
    <div data-field={path} className="field">
      <Form.Item
        {...rest}
        name={path.split('.')}
        label={label ?? fieldWords(path, t)}
        {...statusOf(problems)}
      >
        {children}
      </Form.Item>
      {/* Beside the label and not in it: it is no part of the field's name. */}
      <span className="field-beside">
        <CommentButton
          field={path}
          count={commentsOn(comments, path).length}
          onOpen={openComments}
        />
      </span>
    </div>
  );
}

export function statusOf(problems: string[]): Pick<FormItemProps, 'validateStatus' | 'help'> {
  if (problems.length === 0) return {};
  return {
    validateStatus: 'warning',
    help: problems.map((sentence) => <div key={sentence}>{sentence}</div>),
  };
}
