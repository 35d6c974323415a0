import { Spin } from 'antd';

export function OpeningView() {
  return (
    <div className="state" aria-busy="true">
      <Spin size="large" />
    </div>
  );
}
