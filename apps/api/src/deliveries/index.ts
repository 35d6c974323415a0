export { Delivery, DeliveryReminder } from './delivery.entity.js';
export { signatureKeyPlaceOf } from './signatures.js';
export { DeliveriesModule } from './deliveries.module.js';
