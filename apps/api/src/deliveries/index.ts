export { Delivery, DeliveryReminder } from './delivery.entity.js';
export { DeliveriesModule } from './deliveries.module.js';
