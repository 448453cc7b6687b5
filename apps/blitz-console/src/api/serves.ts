import { applyDecorators, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { successOf, type Route } from './route.ts';

const described = Reflector.createDecorator<Route>();

/** Says which route a handler serves: its method and path, its status, and what `ServeRoutes` reads and checks before it. */
export function Serves(route: Route): MethodDecorator {
  return applyDecorators(
    RequestMapping({ path: `admin/api/v1/${route.path.replace(/\{(\w+)\}/g, ':$1')}`, method: RequestMethod[route.method] }),
    HttpCode(successOf(route)),
    SetMetadata(described.KEY, route),
  );
}

export function routeOf(reflector: Reflector, handler: () => unknown): Route | undefined {
  return reflector.get(described, handler);
}
