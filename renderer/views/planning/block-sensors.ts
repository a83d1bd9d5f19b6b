/**
 * What takes hold of a work order. The board is one thing to dnd-kit, so that it need not follow hundreds of blocks: a press
 * beside them takes hold of nothing. A finger has a sensor of its own, because it scrolls as well.
 */
import { PointerSensor, TouchSensor, type PointerSensorOptions, type TouchSensorOptions } from '@dnd-kit/core';
import type { PointerEvent, TouchEvent } from 'react';

const isOnWorkOrder = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-work-order]') !== null;

/** A mouse or a pen. */
export class PressSensor extends PointerSensor {
  static override readonly activators = [
    {
      eventName: 'onPointerDown' as const,
      handler: ({ nativeEvent: event }: PointerEvent, options: PointerSensorOptions): boolean => {
        if (!event.isPrimary || event.button !== 0 || event.pointerType === 'touch') return false;
        if (!isOnWorkOrder(event.target)) return false;
        options.onActivation?.({ event });
        return true;
      },
    },
  ];
}

/** One finger. */
export class FingerSensor extends TouchSensor {
  static override readonly activators = [
    {
      eventName: 'onTouchStart' as const,
      handler: ({ nativeEvent: event }: TouchEvent, options: TouchSensorOptions): boolean => {
        if (event.touches.length > 1 || !isOnWorkOrder(event.target)) return false;
        options.onActivation?.({ event });
        return true;
      },
    },
  ];
}
